/** What the addresses of this room say: which step of an import, which leads, counted by what. */
import type { Acceptance, LeadOrder, LeadStage } from '../api';

/** The steps of taking a file in. */
export const importSteps = ['file', 'columns', 'values', 'preview'] as const;
export type ImportStep = (typeof importSteps)[number];

export interface ImportPlace {
  step?: ImportStep;
  /** Which of several files is shown. */
  file?: string;
}

/** Which leads the ledger lists. Empty texts stand for leads without one. */
export interface LedgerPlace {
  text?: string;
  source?: string;
  stage?: LeadStage;
  decision?: Acceptance;
  owner?: string;
  import?: string;
  from?: string;
  to?: string;
  lost?: boolean;
  sort?: LeadOrder;
  /** The lead that stands open at the side. */
  lead?: string;
}

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
const decisions: readonly Acceptance[] = ['accepted', 'rejected', 'undecided'];
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
    stage: one(stages, search.stage),
    decision: one(decisions, search.decision),
    owner: text(search.owner),
    import: text(search.import) || undefined,
    from: day(search.from),
    to: day(search.to),
    lost: search.lost === true ? true : undefined,
    sort: one(orders, search.sort),
    lead: text(search.lead) || undefined,
  });
}

export function asFunnelPlace(search: Search): FunnelPlace {
  return said({ by: text(search.by) || undefined, from: day(search.from), to: day(search.to) });
}
