/** The sections of a review, in their order. */
import type { ReviewView, WorksheetPart } from '../api';

/** What every section takes. */
export interface SectionProps {
  view: ReviewView;
  /** Whether the review is open and the file can be written. */
  editable: boolean;
  /** Whether the file can be written: what was agreed goes on after the review is closed. */
  writable: boolean;
}

/** The address of a room's part within the page: "funnel", "requests-for-collateral". */
export function addressOfPart({ title }: Pick<WorksheetPart, 'title'>): string {
  return `part-${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
}

/** Returns a year from a day on: a day that is typed without a year is one to come. */
export function yearFrom(day: string) {
  return { first: day, last: `${Number(day.slice(0, 4)) + 1}${day.slice(4)}` };
}
