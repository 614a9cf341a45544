/**
 * What sales says to a lead, in one place: the screens know three deeds and nothing of how they are done.
 */
import type { Reason } from '../../api';
import { useAct } from '../../api';

export interface Deciding {
  accept: (id: string) => Promise<unknown>;
  /** A rejection always has its reason, so that marketing learns from it. */
  reject: (id: string, reason: Reason) => Promise<unknown>;
  /** Back to nurture until a day. */
  recycle: (id: string, reason: Reason | null, wakeUpOn: string) => Promise<unknown>;
}

/** Returns the day it is here, "2027-01-31". */
function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export function useDeciding(): Deciding {
  const edit = useAct('edit_lead');
  const decided = { decided_on: today(), wake_up_on: null };
  return {
    accept: (id) =>
      edit.attempt({ id, change: { ...decided, accepted: 'accepted', stage: 'accepted', reason: null } }),
    reject: (id, reason) =>
      edit.attempt({ id, change: { ...decided, accepted: 'rejected', stage: 'rejected', reason } }),
    recycle: (id, reason, wakeUpOn) =>
      edit.attempt({
        id,
        change: { accepted: 'undecided', decided_on: null, stage: 'recycled', reason, wake_up_on: wakeUpOn },
      }),
  };
}
