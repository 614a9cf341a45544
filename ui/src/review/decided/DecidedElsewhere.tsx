/** What reviews decided about a plan or the definition, where it is signed: until a version says so, it is still to be worked in. */
import { Link } from '@tanstack/react-router';
import { type SubjectKind, useAsk } from '../../api';
import { Block, useFormats } from '../../shared';
import classes from '../Links.module.css';
import { cameOfIt } from '../words';

export function DecidedElsewhere({ kind, subject }: { kind: SubjectKind; subject: string }) {
  const { day } = useFormats();
  const decided = useAsk('decided_changes', {}).data ?? [];
  const ofThis = decided.filter((one) => one.changes === kind && one.subject === subject);
  if (ofThis.length === 0) return null;
  return (
    <Block
      title="Decided in reviews"
      lead="What you decided there is in force once both sides have signed it here."
    >
      <ul>
        {ofThis.map((one) => (
          <li key={one.decision.id}>
            <Link
              className={classes.link}
              to="/review/$review"
              params={{ review: one.review }}
              hash={one.decision.id}
            >
              {one.decision.name || 'A decision without words'}
            </Link>
            <span className="soft">
              , in {one.label}. {cameOfIt(one, day)}
            </span>
          </li>
        ))}
      </ul>
    </Block>
  );
}
