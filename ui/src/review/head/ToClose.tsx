/** What is still missing before the review can be closed, each in a sentence. */
import type { ReviewView } from '../../api';
import classes from './Head.module.css';

export function ToClose({ view }: { view: ReviewView }) {
  if (view.line.state !== 'in_session' || view.missing.length === 0) return null;
  return (
    <section className={classes.missing} aria-labelledby="to-close" id="missing" tabIndex={-1}>
      <h2 className={classes.missingTitle} id="to-close">
        Before you can close it
      </h2>
      <ul>
        {view.missing.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
