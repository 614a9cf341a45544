import type { FunnelRow } from '../../api';
import { wayName } from '../parts/CountedBy';

/** Returns what a row is called; leads without a source stand under "No source". */
export function rowName(row: Pick<FunnelRow, 'name'>, by: string): string {
  return row.name ?? `No ${wayName(by)}`;
}

/** Says which source brought the most leads; `rows` are ordered, the most first. */
export function mostLeads(
  rows: readonly Pick<FunnelRow, 'name' | 'leads'>[],
  all: number,
  number: (value: number) => string,
): string {
  const [top] = rows;
  if (!top) return 'No lead has come in yet';
  const alike = rows.filter((row) => row.leads === top.leads).length;
  if (alike > 1) return `No source stands out: ${number(alike)} have ${number(top.leads)} leads each`;
  if (top.name === null)
    return `${number(top.leads)} of ${number(all)} leads have no source, more than any one source brought`;
  return `${top.name} brought the most leads: ${number(top.leads)} of ${number(all)}`;
}
