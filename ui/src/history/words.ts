/** How the history calls a field: as the page calls it. What it held comes from the core in words. */
import { rooms } from '../rooms';
import type { FieldNames } from '../shared/room';

/** What the rooms call their fields, told once the history is opened. */
export const namesOfFields: Promise<FieldNames> = Promise.all(rooms.map((room) => room.fieldNames?.())).then(
  (all) => Object.fromEntries(all.flatMap((told) => Object.entries(told?.fieldNames ?? {}))),
);

/** Abbreviations that stand in capitals wherever they stand. */
const abbreviations = /\b(mql|sal|sql|crm)\b/gi;

/** Returns what a field is called: on the page, or else by its own words, "sales_owner" as "Sales owner". */
export function fieldInWords(called: FieldNames, table: string, field: string): string {
  const known = called[table]?.[field];
  if (known) return known;
  const about = field.endsWith('_why') ? called[table]?.[field.slice(0, -4)] : undefined;
  if (about) return `Why: ${about}`;
  const words = field.replaceAll('_', ' ');
  return (words.charAt(0).toUpperCase() + words.slice(1)).replace(abbreviations, (short) =>
    short.toUpperCase(),
  );
}
