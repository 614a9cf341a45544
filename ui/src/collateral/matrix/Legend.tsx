/** What the shapes and colours of the grid mean, in words. */

import { keysOf } from '../../shared';
import type { Heat } from '../places';
import classes from './Matrix.module.css';
import { barMeaning, coverageMarks, coverageMeanings, type Scale } from './words';

export function Legend({ heat, scale }: { heat: Heat; scale: Scale }) {
  if (heat !== 'coverage') return <p className={classes.legend}>{barMeaning(heat, scale)}</p>;
  return (
    <ul className={classes.legend} aria-label="What the shapes mean">
      {keysOf(coverageMeanings).map((coverage) => (
        <li key={coverage} data-coverage={coverage}>
          <span aria-hidden className={classes.legendMark}>
            {coverageMarks[coverage]}
          </span>
          {coverageMeanings[coverage]}
        </li>
      ))}
    </ul>
  );
}
