/** How the history writes a field's name; what it held comes from the core in words. */

/** Returns a field's name as people say it: "sales_owner" is "Sales owner". */
export function fieldInWords(field: string): string {
  const words = field.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
