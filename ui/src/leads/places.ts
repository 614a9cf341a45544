/** What the addresses of this room say: which step of an import, which leads, counted by what. */
import type {
  Acceptance,
  AttributeIs,
  DaySpan,
  Fared,
  LeadOrder,
  LeadStage,
  ListLeads,
  Outcome,
  PromiseFared,
  PromiseKind,
  Reason,
  Verdict,
} from '../api';

/** The steps of taking a file in. */
export const importSteps = ['file', 'columns', 'values', 'preview'] as const;
export type ImportStep = (typeof importSteps)[number];

export interface ImportPlace {
  step?: ImportStep;
  /** Which of several files is shown. */
  file?: string;
}

/** What the ledger asks of leads. It has no filter by their state, and fetches its lines by pages of its own. */
type Question = Omit<ListLeads, 'state' | 'offset' | 'limit'>;

/**
 * Which leads the ledger lists: the question as the core takes it, so that an address is asked, and a saved view
 * opened, as it stands. Empty texts stand for leads without one.
 */
export type LedgerPlace = { [K in keyof Question]?: NonNullable<Question[K]> } & {
  /** The lead that stands open at the side. */
  lead?: string;
};

/** By what leads are counted, and of which period. */
export interface FunnelPlace {
  by?: string;
  from?: string;
  to?: string;
}

const stages: readonly LeadStage[] = [
  'new',
  'working',
  'converted',
  'accepted',
  'rejected',
  'recycled',
  'disqualified',
];
const verdicts: readonly Verdict[] = ['qualified', 'not_yet', 'not_qualified'];
const decisions: readonly Acceptance[] = ['accepted', 'rejected', 'undecided'];
const reasons: readonly Reason[] = [
  'bad_data',
  'wrong_contact',
  'no_fit',
  'no_authority',
  'no_budget',
  'no_need',
  'bad_timing',
  'competitor',
  'no_response',
  'unsubscribed',
  'student_or_curious',
  'duplicate',
  'abandoned',
  'other',
];
const outcomes: readonly Outcome[] = ['open', 'won', 'lost'];
const orders: readonly LeadOrder[] = [
  'latest',
  'earliest',
  'name',
  'company',
  'source',
  'campaign',
  'owner',
  'stage',
  'value',
];

type Search = Record<string, unknown>;

const text = (value: unknown): string | undefined => {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value : undefined;
};
const day = (value: unknown): string | undefined => {
  const said = text(value);
  return said && /^\d{4}-\d{2}-\d{2}$/.test(said) ? said : undefined;
};
const one = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((word) => word === value);

const yesOrNo = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined);
const attribute = (value: unknown): AttributeIs | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const { name, value: is } = value as Search;
  const named = text(name);
  return named ? { name: named, value: is === null ? null : (text(is) ?? null) } : undefined;
};

const span = (value: unknown): DaySpan | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const { from, to } = value as Search;
  const [first, last] = [day(from), day(to)];
  return first && last ? { from: first, to: last } : undefined;
};

const promiseKinds: readonly PromiseKind[] = [
  'accepted_leads',
  'source_given',
  'information_given',
  'first_touch',
  'decision',
  'attempts',
  'reason_given',
];
const fares: readonly Fared[] = ['overdue', 'late', 'not_yet_due', 'on_time'];
const promise = (value: unknown): PromiseFared | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const { kind, fared, from, to } = value as Search;
  const of = one(promiseKinds, kind);
  const as = one(fares, fared);
  return of && as ? { kind: of, fared: as, from: day(from) ?? null, to: day(to) ?? null } : undefined;
};

/** Leaves out what is not said, so that an address says no more than it must. */
function said<T extends object>(place: T): T {
  return Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined)) as T;
}

export function asImportPlace(search: Search): ImportPlace {
  return said({ step: one(importSteps, search.step), file: text(search.file) });
}

export function asLedgerPlace(search: Search): LedgerPlace {
  return said({
    text: text(search.text) || undefined,
    source: text(search.source),
    campaign: text(search.campaign),
    stage: one(stages, search.stage),
    verdict: one(verdicts, search.verdict),
    accepted: one(decisions, search.accepted),
    reason: one(reasons, search.reason),
    owner: text(search.owner),
    import: text(search.import) || undefined,
    from: day(search.from),
    to: day(search.to),
    has_day: yesOrNo(search.has_day),
    lost_or_ignored: search.lost_or_ignored === true ? true : undefined,
    handed_over: span(search.handed_over),
    decided: span(search.decided),
    promise: promise(search.promise),
    outcome: one(outcomes, search.outcome),
    converted: yesOrNo(search.converted),
    recycled: yesOrNo(search.recycled),
    wakes_until: day(search.wakes_until),
    attribute: attribute(search.attribute),
    sort: one(orders, search.sort),
    reverse: search.reverse === true ? true : undefined,
    lead: text(search.lead) || undefined,
  });
}

export function asFunnelPlace(search: Search): FunnelPlace {
  return said({ by: text(search.by) || undefined, from: day(search.from), to: day(search.to) });
}
