/** What a criterion's test asks: words, a number, two numbers, days, or nothing more. */
import type { Criterion, OfferedField } from '../../api';
import { CountField, ValueField } from '../../shared';
import classes from './Criteria.module.css';
import { WordsField } from './WordsField';

interface TestValueProps {
  criterion: Criterion;
  /** What the field is called. */
  called: string;
  offered: OfferedField | undefined;
  change: (values: Partial<Criterion>) => Promise<unknown>;
}

export function TestValue({ criterion, called, offered, change }: TestValueProps) {
  const of = called || 'the field';
  switch (criterion.test) {
    case 'any_of':
    case 'none_of':
    case 'contains':
    case 'contains_part':
      return (
        <div className={classes.words}>
          <WordsField
            label={`Words for ${of}`}
            words={criterion.words}
            values={offered?.values ?? []}
            save={(words) => change({ words })}
          />
        </div>
      );
    case 'at_least':
      return <Bound label={`Lowest ${of}`} value={criterion.low} save={(low) => change({ low })} />;
    case 'at_most':
      return <Bound label={`Highest ${of}`} value={criterion.high} save={(high) => change({ high })} />;
    case 'between':
      return (
        <>
          <Bound label={`Lowest ${of}`} value={criterion.low} save={(low) => change({ low })} />
          <span className={classes.joint}>and</span>
          <Bound label={`Highest ${of}`} value={criterion.high} save={(high) => change({ high })} />
        </>
      );
    case 'within_days':
      return (
        <>
          <div className={classes.few}>
            <CountField
              label={`Days for ${of}`}
              hideLabel
              value={criterion.days}
              save={(days) => change({ days })}
            />
          </div>
          <span className={classes.joint}>days of the hand-over</span>
        </>
      );
    default:
      return null;
  }
}

interface BoundProps {
  label: string;
  value: number | null;
  save: (value: number | null) => Promise<unknown>;
}

/** A plain number; fields of numbers count in hundredths. */
function Bound({ label, value, save }: BoundProps) {
  return (
    <div className={classes.number}>
      <ValueField
        unit="number"
        label={label}
        hideLabel
        bare
        placeholder="a number"
        value={value === null ? null : Math.round(value * 100)}
        save={(hundredths) => save(hundredths == null ? null : hundredths / 100)}
      />
    </div>
  );
}
