/** How reviews are put into words. */
import type {
  DecidedChange,
  GoalLine,
  ReviewLine,
  ReviewList,
  ReviewNoteKind,
  ReviewNoteLine,
  ReviewView,
  SilentCount,
} from '../api';
import { type Formats, type Status, sideNames } from '../shared';

type Written = (count: number) => string;

/** The two sides that review together. */
export type ReviewSide = 'sales' | 'marketing';
export const reviewSides: readonly ReviewSide[] = ['sales', 'marketing'];

export const noteKinds: Record<ReviewNoteKind, { title: string; asks: string }> = {
  working: { title: 'Working', asks: 'Add what works' },
  not_working: { title: 'Not working', asks: 'Add what does not work' },
  adjust: { title: 'Adjust', asks: 'Add what to adjust' },
};

/** Returns how many there are of something: "1 note", "3 notes". */
export const counted = (count: number, noun: string, written: Written = String) =>
  count === 1 ? `1 ${noun}` : `${written(count)} ${noun}s`;

/** Returns a text as a sentence begins. */
export const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Returns what a review of this kind is called: "review", "check-in". */
export const kindInWords = ({ review }: Pick<ReviewLine, 'review'>) =>
  review.kind === 'month' ? 'check-in' : 'review';

/** Returns names as in a sentence: "Sales and Marketing". */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** Returns where a review stands: "Closed, awaiting the signature of Marketing". */
export function stateInWords(line: Pick<ReviewLine, 'state' | 'is_late' | 'unsigned'>): string {
  const awaited = line.unsigned.length > 0 ? awaiting(line.unsigned) : '';
  switch (line.state) {
    case 'preparing':
      return line.is_late ? 'Past its date' : 'In preparation';
    case 'in_session':
      return 'In session';
    case 'closed':
      return awaited ? `Closed, ${awaited}` : 'Closed';
    case 'signed':
      return awaited ? `Signed, amendment ${awaited}` : 'Signed by both sides';
  }
}

function awaiting(sides: ReviewLine['unsigned']): string {
  if (sides.length > 1) return 'awaiting both signatures';
  return `awaiting the signature of ${sides.map((side) => sideNames[side]).join('')}`;
}

/** The mark of a review that has no seal yet. */
export function stateMark(line: Pick<ReviewLine, 'state' | 'is_late'>): Status {
  if (line.is_late) return 'at_risk';
  return line.state === 'preparing' ? 'no_data' : 'on_track';
}

/** Returns what each side still owes before a review begins: "Sales is ready. Marketing is still writing." */
export function owedInWords(line: ReviewLine): string {
  if (line.unsigned.length > 0) return '';
  const { sales_ready: sales, marketing_ready: marketing, revealed_at: revealed } = line.review;
  if (revealed !== null) return 'Both sides have seen each other’s notes.';
  if (!sales && !marketing) return 'Neither side has said that its notes are ready.';
  return sales
    ? 'Sales is ready. Marketing has not said so yet.'
    : 'Marketing is ready. Sales has not said so yet.';
}

/** Returns a part in whole hundredths, rounded down, so that what is written never claims more than was reached. */
const wholePercent = (basisPoints: number, rate: Formats['rate']) =>
  rate(Math.floor(basisPoints / 100) * 100, 0);

const statusWords = { on_track: 'on track', at_risk: 'at risk', off_track: 'off track' } as const;

/**
 * Returns how a share or a forecast of a goal is written. What adds up over the year is split and extrapolated, so its amounts
 * stand without cents; what does not is asked for as the plan says it.
 */
const workedOut =
  ({ unit, adds_up: addsUp }: GoalLine, { value, money }: Formats) =>
  (worked: number) =>
    unit === 'money' && addsUp ? money(worked, { cents: false }) : value(unit, worked);

/** Returns what is found of a goal, in a sentence: "491 of 700 asked for by 30 Sep 2027, 70%: off track". */
export function goalFinding(goal: GoalLine, formats: Formats): string {
  const { value, day, rate } = formats;
  const { actual, asked, until, unit, reached, status } = goal;
  if (actual === null) return goal.because ?? 'No number yet.';
  const by = until === null ? '' : ` by ${day(until)}`;
  const is = value(unit, actual);
  if (asked === null) return `${is}${by}`;
  const judged =
    reached === null || status === null ? '' : `, ${wholePercent(reached, rate)}: ${statusWords[status]}`;
  const wanted = workedOut(goal, formats)(asked);
  const most = goal.direction === 'less' ? 'at most ' : '';
  if (goal.adds_up && goal.direction === 'more') return `${is} of ${wanted} asked for${by}${judged}`;
  return `${is}${by}, ${most}${wanted} asked for${judged}`;
}

/** Returns how the period went for a goal: "196 of 210 asked for in the period, 93%". Nothing where it is not known. */
export function periodFinding(goal: GoalLine, formats: Formats, isOver = true): string | null {
  const { value, rate } = formats;
  const { period_actual: actual, period_asked: asked, period_reached: reached, unit } = goal;
  if (actual === null) return null;
  const is = value(unit, actual);
  if (asked === null) return `${is} in the period${isOver ? '' : ' so far'}`;
  // What is asked for is that of the whole period, so a part of it says nothing yet.
  if (!isOver) return `${is} so far; the whole period asks for ${workedOut(goal, formats)(asked)}`;
  const part = reached === null ? '' : `, ${wholePercent(reached, rate)}`;
  const wanted = workedOut(goal, formats)(asked);
  if (goal.adds_up && goal.direction === 'more') return `${is} of ${wanted} asked for in the period${part}`;
  const most = goal.direction === 'less' ? 'at most ' : '';
  return `${is} in the period, ${most}${wanted} asked for${part}`;
}

/** Returns what comes of the year if it goes on like this: "655 likely, between 610 and 700, for a target of 700". */
export function forecastInWords(goal: GoalLine, formats: Formats): string {
  const written = workedOut(goal, formats);
  const { forecast, unit, target } = goal;
  if (forecast === null) return goal.no_forecast ?? 'No forecast.';
  const range =
    forecast.low === forecast.high ? '' : `, between ${written(forecast.low)} and ${written(forecast.high)}`;
  const aimed = target === null ? '' : `, for a target of ${formats.value(unit, target)}`;
  return `${written(forecast.likely)} likely${range}${aimed}`;
}

/** How many votes may go to one note; everybody has five. The core checks both. */
const mostOnOne = 3;

/** Returns how many votes the person at the keyboard has left. */
export function votingInWords(
  { votes_left: left, notes }: Pick<ReviewView, 'votes_left' | 'notes'>,
  written: Written,
): string {
  const rule = 'Everybody has five votes, three at most on one note.';
  if (left > 0) return `${rule} You have ${counted(left, 'vote', written)} left.`;
  // Whoever has none left has given some; else nobody is at the keyboard.
  return notes.some(({ own_votes: own }) => own > 0)
    ? `${rule} You have given all of yours.`
    : `${rule} Choose who is at the keyboard to vote.`;
}

/** Returns whether somebody can give a note one more vote, or take one back. */
export function voteButtons({ own_votes: own }: Pick<ReviewNoteLine, 'own_votes'>, left: number) {
  return { more: own < mostOnOne && left > 0, less: own > 0 };
}

const places = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];

/** Returns how a note stands by votes: "3 votes, shared first place". */
export function votesInWords({ votes, place, is_tie: tie }: ReviewNoteLine, written: Written): string {
  if (votes === 0 || place === null) return 'No votes';
  const named = places[place - 1] ? `${places[place - 1]} place` : `place ${written(place)}`;
  return `${counted(votes, 'vote', written)}, ${tie ? 'shared ' : ''}${named}`;
}

/** Returns how far a side is while its notes are sealed: "3 notes and 5 marks"; nothing it wrote is told. */
export function sealedInWords({ notes, marks }: SilentCount, written: Written): string {
  if (notes + marks === 0) return 'Nothing written yet';
  const parts = [
    notes > 0 && counted(notes, 'note', written),
    marks > 0 && counted(marks, 'mark', written),
  ].filter((part) => part !== false);
  return `${listed(parts)}, sealed`;
}

/** Returns how old an action is and how often it came back: "agreed 34 days ago, carried over 2×". */
export function ageInWords(line: { age_days: number; carried_over: number }, written: Written): string {
  const age = line.age_days === 0 ? 'agreed today' : `agreed ${counted(line.age_days, 'day', written)} ago`;
  return line.carried_over === 0 ? age : `${age}, carried over ${written(line.carried_over)}×`;
}

/** Returns how many actions of a review are done: "2 of 3 done". */
export function doneInWords({ actions, done }: Pick<ReviewLine, 'actions' | 'done'>, written: Written) {
  if (actions === 0) return '–';
  return actions === done && actions > 1
    ? actions === 2
      ? 'both done'
      : `all ${written(done)} done`
    : `${written(done)} of ${written(actions)} done`;
}

/** Returns what there is to know of all reviews: "Next review: Q3 FY27, on 11 Oct 2027". */
export function listFinding(
  { next, open_actions: open }: Pick<ReviewList, 'next' | 'open_actions'>,
  { day, number }: Pick<Formats, 'day' | 'number'>,
): string {
  const overdue = open.filter(({ state }) => state === 'overdue').length;
  const actions = overdue > 0 ? `${counted(overdue, 'action', number)} overdue` : null;
  if (!next) return actions ?? 'Every planned review is closed';
  const { label, called, review, state, is_late: late } = next;
  const which =
    state === 'in_session'
      ? `The ${called} is in session`
      : late
        ? `The ${called} was due on ${day(review.held_on)}`
        : `Next review: ${label}, on ${day(review.held_on)}`;
  return actions === null ? which : `${which}; ${actions}`;
}

/** Returns what has come of a decision so far: a version in force since then, or nothing yet. Nobody claims that the version says it. */
export function cameOfIt(
  { changes, version, in_force_since: since }: Pick<DecidedChange, 'changes' | 'version' | 'in_force_since'>,
  day: (instant: string) => string,
): string {
  const what = changes === 'plan' ? 'plan' : 'definition';
  if (since === null) return `No version of the ${what} has come into force since.`;
  return `Version ${version ?? '–'} of the ${what} has come into force since, on ${day(since)}.`;
}
