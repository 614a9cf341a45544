/** The marks that both sides give a step, side by side: each gives its own. */
import { Button } from '@mantine/core';
import { useAct, useAsk, type WalkAspect, type WalkStep, type WalkStepLine } from '../../api';
import { Choice } from '../../collateral/parts/Choice';
import { type Option, SideBadge, SidePair, sideNames, useChoiceSave } from '../../shared';
import { aspectNames, aspects, markField, type RatingSide } from '../words';
import classes from './Steps.module.css';

interface MarksProps {
  line: WalkStepLine;
  editable: boolean;
}

export function Marks({ line, editable }: MarksProps) {
  const side = (which: RatingSide) => <OfSide line={line} side={which} editable={editable} />;
  return <SidePair heads={null} sales={side('sales')} marketing={side('marketing')} />;
}

const otherSide = { sales: 'marketing', marketing: 'sales' } as const;
const scale: Option<string>[] = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }));

function OfSide({ line, side, editable }: MarksProps & { side: RatingSide }) {
  const people = useAsk('people', {}).data;
  const here = people?.people.find(({ id }) => id === people.here);
  const doesBoth = useAsk('show_company', {}).data?.company.one_person_does_both === true;
  const isTheirs = editable && (here?.side === side || (doesBoth && here?.side === otherSide[side]));
  return (
    <section aria-label={`Marks of ${sideNames[side]}`} className={classes.marks}>
      <div className={classes.marksHead}>
        <SideBadge side={side} />
        {editable && !isTheirs && <TheirTurn side={side} />}
      </div>
      {aspects.map((aspect) =>
        isTheirs ? (
          <MarkField key={aspect} aspect={aspect} side={side} step={line.step} />
        ) : (
          <Mark key={aspect} aspect={aspect} side={side} line={line} />
        ),
      )}
    </section>
  );
}

/** A mark as it stands, with the one of the last time. */
function Mark({ aspect, side, line }: { aspect: WalkAspect; side: RatingSide; line: WalkStepLine }) {
  const field = markField(aspect, side);
  const mark = line.step[field];
  const before = line.before?.step[field] ?? null;
  return (
    <p className={classes.mark}>
      <span>{aspectNames[aspect]}</span>
      <strong className="tabular">{mark ?? '–'}</strong>
      {before !== null && <span className="soft small">last time {before}</span>}
    </p>
  );
}

function MarkField({ aspect, side, step }: { aspect: WalkAspect; side: RatingSide; step: WalkStep }) {
  const edit = useAct('edit_walk_step');
  const field = markField(aspect, side);
  const { shown, choose, error } = useChoiceSave(step[field], (mark) =>
    edit.attempt({ id: step.id, change: { [field]: mark } }),
  );
  return (
    <Choice
      label={aspectNames[aspect]}
      value={shown === null ? null : String(shown)}
      options={scale}
      choose={(value) => void choose(Number(value))}
      error={error}
    />
  );
}

/** Hands the keyboard over: the first of a side who is still here. */
function TheirTurn({ side }: { side: RatingSide }) {
  const people = useAsk('people', {}).data?.people;
  const sitDown = useAct('set_current_user');
  const first = people?.find((person) => person.side === side && !person.has_left);
  if (!first) return null;
  return (
    <Button size="compact-sm" onClick={() => void sitDown.run({ person: first.id })}>
      {sideNames[side]}’s turn
    </Button>
  );
}
