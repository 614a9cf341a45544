/** The mark of what somebody made for themselves, beside what the library offers. */
import classes from './Parts.module.css';

export function HomeMadeMark() {
  return <span className={classes.homeMade}>Home-made</span>;
}
