/** What narrows the ledger down, in words: for a saved view, and before many leads are changed at once. */
import { reasonNames, verdictNames } from '../../shared';
import { faredInWords, promiseNames } from '../../shared/words/promises';
import type { LedgerPlace } from '../places';
import { decisionNames, outcomeNames, stageNames } from '../words';

export interface FilterInWords {
  key: keyof LedgerPlace;
  words: string;
}

interface Wording {
  day: (iso: string) => string;
  /** What an import's file is called; undefined where it is not known. */
  fileOf: (id: string) => string | undefined;
}

type Words = { [K in keyof LedgerPlace]-?: (value: NonNullable<LedgerPlace[K]>, how: Wording) => string };

const named = (name: string, value: string, none: string) => (value === '' ? none : `${name}: ${value}`);

/** In the order of the filters. The order and the open lead narrow nothing down. */
const words: Omit<Words, 'sort' | 'reverse' | 'lead'> = {
  text: (text) => `With “${text}”`,
  source: (source) => named('Source', source, 'Without a source'),
  campaign: (campaign) => named('Campaign', campaign, 'Without a campaign'),
  stage: (stage) => `Stage: ${stageNames[stage]}`,
  verdict: (verdict) => `Verdict: ${verdictNames[verdict]}`,
  accepted: (accepted) => `Sales said: ${decisionNames[accepted]}`,
  reason: (reason) => `Reason: ${reasonNames[reason]}`,
  owner: (owner) => named('Owner', owner, 'Without an owner'),
  from: (from, { day }) => `Came in from ${day(from)}`,
  to: (to, { day }) => `Came in until ${day(to)}`,
  has_day: (is) => (is ? 'With the day they came in' : 'Without the day they came in'),
  import: (id, { fileOf }) => `From the file ${fileOf(id) ?? 'of one import'}`,
  lost_or_ignored: () => 'Lost or ignored',
  handed_over: ({ from, to }, { day }) => `Handed over from ${day(from)} until ${day(to)}`,
  decided: ({ from, to }, { day }) => `Decided from ${day(from)} until ${day(to)}`,
  promise: ({ kind, fared, from, to }, { day }) => {
    const ends = [from && `from ${day(from)}`, to && `until ${day(to)}`].filter(Boolean);
    const when = ends.length > 0 ? `, handed over ${ends.join(' ')}` : '';
    return `${promiseNames[kind]}: ${faredInWords(kind, fared)}${when}`;
  },
  outcome: (outcome) => `Opportunity: ${outcomeNames[outcome]}`,
  converted: (is) => (is ? 'With an opportunity' : 'Without an opportunity'),
  recycled: (is) => (is ? 'Recycled once' : 'Never recycled'),
  wakes_until: (until, { day }) => `Wakes up until ${day(until)}`,
  attribute: ({ name, value }) => (value === null ? `Without ${name}` : `${name}: ${value}`),
};

/** The filters that have no field of their own: they come from a number that was followed, or from a saved view. */
const withoutField: readonly (keyof LedgerPlace)[] = [
  'promise',
  'handed_over',
  'decided',
  'has_day',
  'outcome',
  'converted',
  'recycled',
  'wakes_until',
  'attribute',
];

/** Returns each filter of an address in words. */
export function filtersInWords(place: LedgerPlace, how: Wording): FilterInWords[] {
  return (Object.keys(words) as (keyof typeof words)[]).flatMap((key) => {
    const value = place[key];
    if (value === undefined) return [];
    const say = words[key] as (value: unknown, how: Wording) => string;
    return [{ key, words: say(value, how) }];
  });
}

/** Returns those that no field shows. */
export function furtherFilters(place: LedgerPlace, how: Wording): FilterInWords[] {
  return filtersInWords(place, how).filter(({ key }) => withoutField.includes(key));
}
