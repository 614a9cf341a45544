/** The planning session on the projector: one section at a time. */
import { useParams } from '@tanstack/react-router';
import { useAsk } from '../../api';

export function SessionPage() {
  const { year } = useParams({ strict: false });
  const plan = useAsk('open_plan', { year: Number(year) });
  if (!plan.data) return null;
  return <h1>Planning session {plan.data.label}</h1>;
}
