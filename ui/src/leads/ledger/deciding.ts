/**
 * What sales says to a lead, in one place: the screens know three deeds and nothing of how they are done.
 */
import { type Reason, useAct } from '../../api';

export interface Deciding {
  accept: (id: string) => Promise<unknown>;
  /** A rejection always has its reason, so that marketing learns from it. */
  reject: (id: string, why: Why) => Promise<unknown>;
  /** Back to nurture until a day. */
  recycle: (id: string, why: Why, wakeUpOn: string) => Promise<unknown>;
}

/** A reason, and a free word to it where somebody has one. */
export interface Why {
  reason: Reason;
  note: string;
}

export function useDeciding(): Deciding {
  const accept = useAct('accept_lead');
  const reject = useAct('reject_lead');
  const recycle = useAct('recycle_lead');
  return {
    accept: (id) => accept.attempt({ id }),
    reject: (id, { reason, note }) => reject.attempt({ id, reason, note: said(note) }),
    recycle: (id, { reason, note }, wakeUpOn) =>
      recycle.attempt({ id, reason, note: said(note), wake_up_on: wakeUpOn }),
  };
}

const said = (note: string) => note.trim() || null;
