/** Reviews that are closed and await signatures. */
import { Link } from '@tanstack/react-router';
import type { ReviewLine } from '../../api';
import { Section } from '../../shared';
import links from '../Links.module.css';
import classes from './Reviews.module.css';
import { StateOf } from './StateOf';

export function ToSign({ lines }: { lines: readonly ReviewLine[] }) {
  if (lines.length === 0) return null;
  return (
    <Section id="sign" title="To sign">
      <ul className={classes.toSign} aria-label="Reviews to sign">
        {lines.map((line) => (
          <li key={line.review.id}>
            <Link
              className={links.link}
              to="/review/$review"
              params={{ review: line.review.id }}
              hash="agreement"
            >
              {line.label}
            </Link>
            <StateOf line={line} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
