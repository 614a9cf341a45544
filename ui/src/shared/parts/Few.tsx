/** The mark of what rests on few records. */
import classes from './Few.module.css';
import { Hint } from './Hint';

export function Few() {
  return (
    <Hint label="Fewer than 30: too few to compare with the others">
      <span className={classes.few}>few</span>
    </Hint>
  );
}
