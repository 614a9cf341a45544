/** What was agreed in any review and is not done, what is overdue first. */
import type { ActionLine as Line } from '../../api';
import { Section } from '../../shared';
import { ActionLine } from '../minutes/ActionLine';
import classes from '../minutes/Minutes.module.css';

export function OpenActions({ lines, writable }: { lines: readonly Line[]; writable: boolean }) {
  return (
    <Section id="actions" title="Open actions" lead="Agreed in a review, and not done yet.">
      {lines.length === 0 ? (
        <p className="soft">Nothing is open.</p>
      ) : (
        <ul className={classes.list} aria-label="Open actions">
          {lines.map((line) => (
            <li key={line.action.id}>
              <ActionLine line={line} writable={writable} from />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
