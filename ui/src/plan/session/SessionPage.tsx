/** The planning session on the projector: one section at a time, the agenda beside it. */
import { useNavigate, useParams } from '@tanstack/react-router';
import { useAsk } from '../../api';
import { DaysWithin, EmptyState } from '../../shared';
import classes from '../../shared/session/Session.module.css';
import { useProjector } from '../../shared/session/useProjector';
import { useShellState } from '../../shared/shell';
import { Stage } from './Stage';

export function SessionPage() {
  const { year } = useParams({ strict: false });
  const navigate = useNavigate();
  const projector = useProjector();
  const shell = useShellState();
  const plan = useAsk('open_plan', { year: Number(year) });
  const leave = () => void navigate({ to: '/plan/$year', params: { year: String(year) } });
  if (plan.isError) {
    return (
      <main className={classes.alone}>
        <EmptyState title={plan.error.message}>{plan.error.hint}</EmptyState>
      </main>
    );
  }
  if (!plan.data) return null;
  const writable = (shell.data?.workspace?.read_only ?? null) === null;
  return (
    <DaysWithin value={{ first: plan.data.first_day, last: plan.data.last_day }}>
      <Stage view={plan.data} writable={writable} leave={leave} {...projector} />
    </DaysWithin>
  );
}
