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

const stepsInWords = (count: number, written: Written) =>
  count === 1 ? '1 step' : `${written(count)} steps`;

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

/** Returns what a walk-through finds: where the two sides have to talk, and of how many steps that cannot be said yet. */
export function findingOf(
  {
    steps,
    toTalkAbout,
    rated,
    marked,
  }: { steps: number; toTalkAbout: number; rated: number; marked: boolean },
  written: Written,
): string {
  if (steps === 0) return 'No step yet';
  if (!marked) return `${stepsInWords(steps, written)}, no marks yet`;
  const known =
    rated < steps ? `${written(rated)} of ${stepsInWords(steps, written)} marked by both sides, ` : '';
  if (toTalkAbout > 0)
    return known
      ? `${known}${written(toTalkAbout)} to talk about`
      : `${written(toTalkAbout)} of ${stepsInWords(steps, written)} to talk about`;
  if (known) return `${known}nothing to talk about so far`;
  return `${stepsInWords(steps, written)}, and both sides are content with ${steps === 1 ? 'it' : 'each'}`;
}

/** Returns whether anybody gave a mark of a step. */
export function isMarked(step: WalkStep): boolean {
  return aspects.some((aspect) => ratingSides.some((side) => step[markField(aspect, side)] !== null));
}

/** Returns what is still missing before a walk-through is ended; nothing where nothing is. */
export function missingInWords(unowned: number, unrated: number, written: Written): string {
  const parts: string[] = [];
  if (unowned > 0)
    parts.push(`${unowned === 1 ? '1 fix has' : `${written(unowned)} fixes have`} no owner yet`);
  if (unrated > 0)
    parts.push(
      `${unrated === 1 ? '1 step is' : `${stepsInWords(unrated, written)} are`} not marked by both sides`,
    );
  return parts.length > 0 ? `${parts.join(', ')}.` : '';
}
