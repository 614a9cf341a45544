/** A verdict on a lead: always a shape, a word and a colour. */
import type { Verdict } from '../../api';
import { verdictNames } from '../words/verdicts';
import { type Status, StatusMark } from './StatusMark';

const marks: Record<Verdict, Status> = {
  qualified: 'on_track',
  not_yet: 'at_risk',
  not_qualified: 'off_track',
};

export function VerdictMark({ verdict }: { verdict: Verdict }) {
  return <StatusMark status={marks[verdict]} word={verdictNames[verdict]} />;
}
