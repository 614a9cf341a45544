/** The numbers of last year, as they stand in the plan and as the leads tell them. */
import type { LeadYearView, LookBack } from '../../api';

export type Counted = 'leads' | 'accepted' | 'sql' | 'opportunities' | 'won' | 'lost' | 'cycle_days';
export type Earned = 'revenue' | 'sourced_revenue';

export interface YearField {
  key: Counted | Earned;
  label: string;
  unit: 'count' | 'money' | 'days';
}

export const yearFields: readonly YearField[] = [
  { key: 'leads', label: 'Leads handed over (MQL)', unit: 'count' },
  { key: 'accepted', label: 'Accepted by sales (SAL)', unit: 'count' },
  { key: 'sql', label: 'Sales-qualified (SQL)', unit: 'count' },
  { key: 'opportunities', label: 'Opportunities', unit: 'count' },
  { key: 'won', label: 'Won deals', unit: 'count' },
  { key: 'lost', label: 'Lost deals', unit: 'count' },
  { key: 'revenue', label: 'Revenue', unit: 'money' },
  { key: 'sourced_revenue', label: 'of it sourced by marketing', unit: 'money' },
  { key: 'cycle_days', label: 'Sales cycle, median', unit: 'days' },
];

/** A number of last year, before and after it is taken from the leads. */
export interface YearLine extends YearField {
  now: number | null;
  /** What it becomes; null where the leads do not tell it, and it stays as it is. */
  told: number | null;
  /** Why the leads do not tell it. */
  because: string;
}

/** Returns whether the leads tell anything of the year. */
export function tellsSomething(year: LeadYearView): boolean {
  return year.leads !== null || year.opportunities !== null;
}

/** Returns what taking last year from the leads would do to each number. */
export function yearLines(numbers: LookBack, year: LeadYearView): YearLine[] {
  return yearFields.map((field) => {
    // Days are kept whole.
    const value = year[field.key];
    const told = value !== null && field.unit === 'days' ? Math.round(value) : value;
    return {
      ...field,
      now: numbers[field.key],
      told,
      because: year.because[field.key] ?? 'It is not known.',
    };
  });
}
