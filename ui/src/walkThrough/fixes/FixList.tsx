/** What is to be mended after a walk-through: what, by whom, by when, and what became of it. */
import { type FixLine as Line, useAct, type WalkThroughView } from '../../api';
import { AddLine } from '../../shared';
import classes from './Fixes.module.css';
import { FixLine } from './FixLine';

interface FixListProps {
  view: WalkThroughView;
  fixes: readonly Line[];
  /** The walk-through in which they were found. */
  walk: string;
  writable: boolean;
  canAdd?: boolean;
  /** The step that what is added was found in. */
  step?: string;
}

export function FixList({ view, fixes, walk, writable, canAdd, step }: FixListProps) {
  const add = useAct('add_fix');
  const steps = walk === view.walk_through.id ? view.steps.map((line) => line.step) : [];
  const piece = view.steps.find((line) => line.step.id === step)?.step.piece ?? null;
  return (
    <>
      {fixes.length > 0 && (
        <ul className={classes.fixes} aria-label="Fixes">
          {fixes.map((line) => (
            <FixLine key={line.fix.id} line={line} steps={steps} writable={writable} />
          ))}
        </ul>
      )}
      {canAdd && writable && (
        <AddLine
          label="Add a fix"
          placeholder="Add a fix: a slide for clinics …"
          add={(name) =>
            add.attempt({ walk_through: walk, values: { name, ...(step ? { step, piece } : {}) } })
          }
        />
      )}
    </>
  );
}
