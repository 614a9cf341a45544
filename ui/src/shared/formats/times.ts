/** Times of day, as people write them: "9:30", "9.30", "14h", "2:30 pm". In the file they stand as "09:30:00". */

/** Returns a typed time of day as it stands in the file, or null where it is none. */
export function readTime(typed: string): string | null {
  const found = /^(\d{1,2})(?:[:.h ]\s?(\d{2}))?\s*(?:h|uhr)?\s*(am|pm|a\.m\.|p\.m\.)?$/i.exec(typed.trim());
  if (!found) return null;
  const [, hours = '', minutes = '0', half = ''] = found;
  let hour = Number(hours);
  if (half) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (/^p/i.test(half) ? 12 : 0);
  }
  if (hour > 23 || Number(minutes) > 59) return null;
  return `${String(hour).padStart(2, '0')}:${minutes.padStart(2, '0')}:00`;
}

/** Returns a time of day as a language writes it: "09:30", "9:30 AM". */
export function timeInWords(time: string, locale: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }).format(
    Date.UTC(2027, 0, 1, hour, minute),
  );
}
