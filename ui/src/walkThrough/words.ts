/** How walk-throughs are put into words. */
import type { FixesKept, FixState, StepField, ToTalkAbout, WalkAspect, WalkStep } from '../api';
import { type Status, sideNames } from '../shared';

type Written = (count: number) => string;

export const aspects = ['message', 'look', 'fit'] as const satisfies readonly WalkAspect[];

export const aspectNames: Record<WalkAspect, string> = { message: 'Message', look: 'Look', fit: 'Fit' };

export type RatingSide = 'sales' | 'marketing';
export const ratingSides: readonly RatingSide[] = ['sales', 'marketing'];

/** The field of a step that holds a side's mark. */
export function markField(aspect: WalkAspect, side: RatingSide): `${WalkAspect}_by_${RatingSide}` {
  return `${aspect}_by_${side}`;
}

/** Returns whether a side gave all its marks of a step. */
export function isRatedBy(step: WalkStep, side: RatingSide): boolean {
  return aspects.every((aspect) => step[markField(aspect, side)] !== null);
}

/** Returns why a step is to be talked about: "Message: Sales 5, Marketing 3". */
export function whyInWords(why: ToTalkAbout): string {
  const name = aspectNames[why.aspect];
  return why.why === 'apart'
    ? `${name}: ${sideNames.sales} ${why.sales}, ${sideNames.marketing} ${why.marketing}`
    : `${name}: ${why.mark}`;
}

const fieldWords: Record<StepField, string> = {
  name: 'the name',
  said: 'what is said',
  shown: 'what is shown',
  asked: 'what is asked',
  promised: 'what is promised',
  piece: 'the piece',
};

/** Returns what is different from the last time: "Different from last time: what is said and the piece". */
export function changedInWords(changed: readonly StepField[]): string {
  if (changed.length === 0) return 'As last time';
  const words = changed.map((field) => fieldWords[field]);
  const last = words.pop();
  return `Different from last time: ${words.length > 0 ? `${words.join(', ')} and ` : ''}${last}`;
}

export const fixStates: Record<FixState, { status: Status; word: string }> = {
  open: { status: 'no_data', word: 'Open' },
  overdue: { status: 'at_risk', word: 'Past its date' },
  done_in_time: { status: 'on_track', word: 'Done in time' },
  done_late: { status: 'on_track', word: 'Done late' },
};

export const isDone = (state: FixState) => state === 'done_in_time' || state === 'done_late';

const steps = (count: number, written: Written) => (count === 1 ? '1 step' : `${written(count)} steps`);

/** Returns how fixes stand in a line: "2 done in time, 1 late, 1 past its date, 3 open"; nothing where there are none. */
export function keptInWords(kept: FixesKept, written: Written): string {
  const parts: [number, string][] = [
    [kept.done_in_time, 'done in time'],
    [kept.done_late, 'done late'],
    [kept.overdue, kept.overdue === 1 ? 'past its date' : 'past their date'],
    [kept.open, 'open'],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${written(count)} ${word}`)
    .join(', ');
}

/** Returns what a walk-through finds: where the two sides have to talk. */
export function findingOf(count: number, toTalkAbout: number, rated: number, written: Written): string {
  if (count === 0) return 'No step yet';
  if (rated === 0 && toTalkAbout === 0) return `${steps(count, written)}, no marks yet`;
  if (toTalkAbout === 0)
    return rated < count
      ? `${written(rated)} of ${steps(count, written)} rated, nothing to talk about so far`
      : `${steps(count, written)}, and both sides are content with ${count === 1 ? 'it' : 'each'}`;
  return `${written(toTalkAbout)} of ${steps(count, written)} to talk about`;
}
