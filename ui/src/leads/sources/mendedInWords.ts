/** How much was changed when spellings became one, in words. */
import type { Mended } from '../../api';
import { listed } from '../words';

export function mendedInWords(
  { leads, opportunities, costs }: Mended,
  number: (value: number) => string,
): string {
  const kinds: [number, string, string][] = [
    [leads, 'lead', 'leads'],
    [opportunities, 'opportunity', 'opportunities'],
    [costs, 'cost', 'costs'],
  ];
  const parts = kinds.flatMap(([count, one, many]) =>
    count > 0 ? [`${number(count)} ${count === 1 ? one : many}`] : [],
  );
  return parts.length === 0 ? 'nothing had to change' : `${listed(parts)} changed`;
}
