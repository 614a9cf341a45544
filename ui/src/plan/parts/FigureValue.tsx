/** A number the core worked out, or in words why it could not: never ∞, never 0 in place of nothing. */
import type { Figure } from '../../api';
import classes from './FigureValue.module.css';

export function FigureValue({ figure, as }: { figure: Figure; as: (value: number) => string }) {
  if (figure.value === null)
    return (
      <span className={classes.because}>
        <span aria-hidden>– </span>
        {figure.because}
      </span>
    );
  return <span className="tabular">{as(figure.value)}</span>;
}
