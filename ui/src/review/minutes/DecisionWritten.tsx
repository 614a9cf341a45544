/** A decision as it was written down. */
import { type DecisionChanges, type ReviewDecision, useAsk } from '../../api';
import { SideBadge, useFormats } from '../../shared';
import { useCalled } from '../../shared/session/projector';
import { DraftLink } from './DraftLink';
import classes from './Minutes.module.css';

const changed: Record<DecisionChanges, string> = {
  plan: 'changes the plan',
  definition: 'changes the definition',
};

interface DecisionWrittenProps {
  line: ReviewDecision;
  year: number;
  /** Whether it stands on the page by itself, so that a link can lead to it. */
  addressed?: boolean;
}

export function DecisionWritten({ line, year, addressed = true }: DecisionWrittenProps) {
  const { day } = useFormats();
  const people = useAsk('people', {}).data?.people ?? [];
  const called = useCalled();
  const owner = people.find(({ id }) => id === line.owner);
  return (
    <div className={classes.line} id={addressed ? line.id : undefined}>
      <div className={classes.texts}>
        {line.question && <p className="soft">{line.question}</p>}
        <p className={classes.name}>{line.name || 'A decision without words'}</p>
        {line.why && <p className={classes.why}>{line.why}</p>}
      </div>
      <span />
      <div className={classes.about}>
        {owner && <SideBadge side={owner.side}>{called(owner, people)}</SideBadge>}
        {line.effective_from && <span>from {day(line.effective_from)}</span>}
        {line.changes && <span>{changed[line.changes]}</span>}
        <DraftLink decision={line} year={year} />
      </div>
    </div>
  );
}
