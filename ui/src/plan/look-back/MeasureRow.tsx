/** One number a side was measured on: its name above, target, actual and difference below it. */
import { Popover, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Measure, MeasureView } from '../../api';
import { AreaField, Missing, SelectField, useFormats, ValueField } from '../../shared';
import { directionOptions, unitOptions, unitWords } from '../choices';
import classes from './Measures.module.css';

interface MeasureRowProps {
  line: MeasureView;
  tools: ReactNode;
  editable: boolean;
  edit: (change: Partial<Measure>) => Promise<unknown>;
}

export function MeasureRow({ line, tools, editable, edit }: MeasureRowProps) {
  const { measure } = line;
  const name = measure.name || 'this number';
  return (
    <div className={classes.row}>
      <div className={classes.top}>
        <AreaField
          oneLine
          quiet
          hideLabel
          className={classes.name}
          label="What was measured"
          placeholder="What was measured?"
          value={measure.name}
          locked={!editable}
          save={(name) => edit({ name })}
        />
        {tools}
      </div>
      <div className={classes.numbers}>
        <ValueField
          quiet
          hideLabel
          bare
          label={`Target of ${name}`}
          placeholder="–"
          unit={measure.unit}
          value={measure.target}
          locked={!editable}
          save={(target) => edit({ target: target as number | null })}
        />
        <ValueField
          quiet
          hideLabel
          bare
          label={`Actual of ${name}`}
          placeholder="–"
          unit={measure.unit}
          value={measure.actual}
          locked={!editable}
          save={(actual) => edit({ actual: actual as number | null })}
        />
        <Difference line={line} />
      </div>
      <CountedIn measure={measure} editable={editable} edit={edit} />
    </div>
  );
}

function Difference({ line }: { line: MeasureView }) {
  const formats = useFormats();
  const { difference, met, reached, measure } = line;
  if (difference === null)
    return (
      <span className={classes.difference}>
        <Missing why="target and actual are needed for a difference" />
      </span>
    );
  const sign = difference > 0 ? '+' : '';
  return (
    <span className={classes.difference}>
      <span className="tabular">
        {sign}
        {formats.write(measure.unit, difference).replace('-', '−')}
      </span>
      <span className={classes.met} data-met={met}>
        <span aria-hidden>{met ? '●' : '▲'}</span> {met ? 'reached' : 'not reached'}
        {reached !== null && (
          <span className="visually-hidden">, {formats.rate(reached, 0)} of the target</span>
        )}
      </span>
    </span>
  );
}

/** In what it is counted and which way is better: read in one glance, changed in a small window. */
function CountedIn({
  measure,
  editable,
  edit,
}: Omit<MeasureRowProps, 'line' | 'tools'> & { measure: Measure }) {
  const { currencySign } = useFormats();
  const words = `${unitWords(measure.unit, currencySign)}, ${measure.direction} is better`;
  if (!editable) return <p className={classes.counted}>{words}</p>;
  return (
    <Popover position="bottom-start" trapFocus>
      <Popover.Target>
        <UnstyledButton className={classes.counted}>
          {words}
          <span className="visually-hidden">: change this for {measure.name || 'this number'}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.choices}>
          <SelectField
            label="Counted in"
            value={measure.unit}
            options={unitOptions(currencySign)}
            save={(unit) => edit({ unit, target: null, actual: null })}
            description="Target and actual are written anew."
          />
          <SelectField
            label="Better is"
            value={measure.direction}
            options={directionOptions}
            save={(direction) => edit({ direction })}
          />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
