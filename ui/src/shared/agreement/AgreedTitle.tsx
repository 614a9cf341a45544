/** The title of a page that is agreed: its seal and its name. */
import { Seal } from '../seal/Seal';
import { sealOf } from '../seal/sealOf';
import { type Agreed, versionShown } from './agreed';
import classes from './Head.module.css';

export function AgreedTitle({ of }: { of: Agreed }) {
  return (
    <span className={classes.title}>
      <Seal size={40} {...sealOf(versionShown(of))} of={of.title} />
      {of.title}
    </span>
  );
}
