/** A side's own marks, from 1 to 5: how confident it is of each goal, and what it makes of four statements. */
import { Button } from '@mantine/core';
import { type MarkPair, useAct } from '../../api';
import { Choice } from '../../collateral/parts/Choice';
import { type Option, useChoiceSave } from '../../shared';
import type { ReviewSide } from '../words';
import classes from './Sides.module.css';
import { statementFor } from './statements';

const scale: Option<string>[] = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }));

interface OwnMarksProps {
  review: string;
  side: ReviewSide;
  marks: readonly MarkPair[];
  editable: boolean;
}

export function OwnMarks({ marks, ...rest }: OwnMarksProps) {
  const groups = [
    {
      title: 'How confident are you that we reach it?',
      ends: '1 not at all, 5 fully',
      pairs: marks.filter((pair) => !pair.is_pulse),
    },
    { title: 'How true is it?', ends: '1 not at all, 5 fully', pairs: marks.filter((pair) => pair.is_pulse) },
  ];
  return groups
    .filter(({ pairs }) => pairs.length > 0)
    .map(({ title, ends, pairs }) => (
      <div key={title} className={classes.kind}>
        <h3 className={classes.kindTitle}>{title}</h3>
        <p className="soft small">{ends}</p>
        {pairs.map((pair) => (
          <OwnMark key={pair.about} pair={pair} {...rest} />
        ))}
      </div>
    ));
}

type OwnMarkProps = Omit<OwnMarksProps, 'marks'> & { pair: MarkPair };

function OwnMark({ review, side, pair, editable }: OwnMarkProps) {
  const give = useAct('give_review_mark');
  const { shown, choose, error } = useChoiceSave(pair[side], (mark) =>
    give.attempt({ review, side, about: pair.about, mark }),
  );
  const statement = statementFor(pair, side);
  if (!editable) {
    return (
      <p className={classes.mark}>
        <span>{statement}</span>
        <strong className="tabular">{shown ?? '–'}</strong>
      </p>
    );
  }
  return (
    <div className={classes.choice}>
      <Choice
        label={statement}
        value={shown === null ? null : String(shown)}
        options={scale}
        choose={(value) => void choose(Number(value))}
        error={error}
      />
      {shown !== null && (
        <Button size="compact-sm" variant="subtle" onClick={() => void choose(null)}>
          Clear<span className="visually-hidden"> the mark: {statement}</span>
        </Button>
      )}
    </div>
  );
}
