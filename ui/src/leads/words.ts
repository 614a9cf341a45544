/** Our terms as they stand on the screen. */
import type { Acceptance, LeadLine, LeadStage, Outcome, RecordKind, SpeltField, TermList } from '../api';
import { reasonNames } from '../shared';

export const stageNames: Record<LeadStage, string> = {
  new: 'New',
  working: 'Working',
  converted: 'Converted',
  accepted: 'Accepted',
  rejected: 'Rejected',
  recycled: 'Recycled',
  disqualified: 'Disqualified',
};

/** What each stage means, for whoever has to choose. */
export const stageMeanings: Record<LeadStage, string> = {
  new: 'handed over, not touched yet',
  working: 'sales is on it, undecided',
  converted: 'it has an opportunity',
  accepted: 'sales accepted it',
  rejected: 'sales rejected it, with a reason',
  recycled: 'sent back to nurture, to wake up later',
  disqualified: 'out, and no rejection by sales',
};

export const decisionNames: Record<Acceptance, string> = {
  accepted: 'Accepted',
  rejected: 'Rejected',
  undecided: 'Undecided',
};

export const outcomeNames: Record<Outcome, string> = { open: 'Open', won: 'Won', lost: 'Lost' };

/** The terms of each list, with their names. */
export const termNames: Record<TermList, Record<string, string>> = {
  stage: stageNames,
  acceptance: decisionNames,
  outcome: outcomeNames,
  reason: reasonNames,
};

export const kindNames: Record<RecordKind, string> = {
  leads: 'Leads',
  opportunities: 'Opportunities',
  costs: 'Campaign costs',
};

/** The fields in which one name may be spelt in several ways. */
export const spelt: Record<SpeltField, { one: string; many: string }> = {
  source: { one: 'source', many: 'Sources' },
  campaign: { one: 'campaign', many: 'Campaigns' },
  owner: { one: 'owner', many: 'Owners' },
};

/** "1 lead", "43,033 leads", "12 campaign costs". */
export function counted(kind: RecordKind, count: number, shown: string): string {
  const one: Record<RecordKind, string> = {
    leads: 'lead',
    opportunities: 'opportunity',
    costs: 'campaign cost',
  };
  return `${shown} ${count === 1 ? one[kind] : kindNames[kind].toLowerCase()}`;
}

/** "leads", "leads and opportunities", "a, b and c". */
export function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** "21 leads from 2 files", "14 leads and 3 opportunities": files of one kind are one number. */
export function takenIn(
  files: readonly { kind: RecordKind; count: number }[],
  number: (count: number) => string,
): string {
  const kinds = [...new Set(files.map((file) => file.kind))];
  const parts = kinds.map((kind) => {
    const ofKind = files.filter((file) => file.kind === kind);
    const count = ofKind.reduce((sum, file) => sum + file.count, 0);
    const said = counted(kind, count, number(count));
    return ofKind.length === 1 ? said : `${said} from ${number(ofKind.length)} files`;
  });
  return listed(parts);
}

/** Returns what a lead is called: its name, else what there is. */
export function nameOf(lead: Pick<LeadLine, 'name' | 'company' | 'email' | 'external_id'>): string {
  return (
    lead.name ??
    lead.company ??
    lead.email ??
    (lead.external_id ? `Lead ${lead.external_id}` : 'Without a name')
  );
}
