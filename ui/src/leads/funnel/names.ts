import type { FunnelRow } from '../../api';
import { wayName } from '../parts/CountedBy';

/** Returns what a row is called; leads without a source stand under "No source". */
export function rowName(row: Pick<FunnelRow, 'name'>, by: string): string {
  return row.name ?? `No ${wayName(by)}`;
}
