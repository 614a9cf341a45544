/** What is to be mended after a walk-through: what, by whom, by when, and what became of it. */
import { type FixLine as Line, useAct, type WalkStep } from '../../api';
import { AddLine } from '../../shared';
import classes from './Fixes.module.css';
import { FixLine } from './FixLine';

interface FixListProps {
  fixes: readonly Line[];
  writable: boolean;
  /** The steps in which they may have been found; none where several walk-throughs are on screen. */
  steps?: readonly WalkStep[];
  /** Where what is added goes: the walk-through, and the step that is on screen. */
  addTo?: { walk: string; step?: WalkStep };
  /** Whether people are called by their names: on the projector they are called by side and role. */
  names?: boolean;
}

export function FixList({ fixes, writable, steps = [], addTo, names = true }: FixListProps) {
  const add = useAct('add_fix');
  return (
    <>
      {fixes.length > 0 && (
        <ul className={classes.fixes} aria-label="Fixes">
          {fixes.map((line) => (
            <FixLine key={line.fix.id} line={line} steps={steps} writable={writable} names={names} />
          ))}
        </ul>
      )}
      {addTo && writable && (
        <AddLine
          label="Add a fix"
          placeholder="Add a fix: a slide for clinics …"
          add={(name) => {
            const found = addTo.step ? { step: addTo.step.id, piece: addTo.step.piece } : {};
            return add.attempt({ walk_through: addTo.walk, values: { name, ...found } });
          }}
        />
      )}
    </>
  );
}
