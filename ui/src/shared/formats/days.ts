/** Reading days that people type. A day is `2027-01-31` everywhere but in the eyes. */

/** Returns the months' names of a language and of English, in lower case without dots, as far as three letters tell. */
function monthNames(locale: string): string[][] {
  const names = (language: string, month: 'short' | 'long') =>
    Array.from({ length: 12 }, (_, index) =>
      new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' })
        .format(new Date(Date.UTC(2027, index, 15)))
        .toLowerCase()
        .replace('.', ''),
    );
  const lists = [
    names(locale, 'short'),
    names(locale, 'long'),
    names('en-GB', 'short'),
    names('en-GB', 'long'),
  ];
  return Array.from({ length: 12 }, (_, index) => lists.map((list) => list[index] ?? ''));
}

function day(year: number, month: number, date: number): string | null {
  const full = year < 100 ? 2000 + year : year;
  const made = new Date(Date.UTC(full, month - 1, date));
  const exists =
    made.getUTCFullYear() === full && made.getUTCMonth() === month - 1 && made.getUTCDate() === date;
  return exists && full >= 1900 && full <= 2999 ? made.toISOString().slice(0, 10) : null;
}

/** Reads a day in the usual ways to write one; null when it is none. Month before day only in American English. */
export function readDay(typed: string, locale: string): string | null {
  // Portuguese says "1 de abr. de 2027".
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/\sde\s/g, ' ');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const figures = /^(\d{1,2})[./\- ]+(\d{1,2})[./\- ]+(\d{2}|\d{4})$/.exec(text);
  if (figures) {
    const [one, two, year] = [Number(figures[1]), Number(figures[2]), Number(figures[3])];
    return locale === 'en-US' ? day(year, one, two) : day(year, two, one);
  }
  const named = /^(?:(\d{1,2})\.?\s+)?(\p{L}+)\.?(?:\s+(\d{1,2}),)?\s+(\d{2}|\d{4})$/u.exec(text);
  if (!named) return null;
  const name = named[2] ?? '';
  const month = monthNames(locale).findIndex((names) => names.some((known) => known && known === name));
  return month < 0 ? null : day(Number(named[4]), month + 1, Number(named[1] ?? named[3] ?? 1));
}

/**
 * Returns whether a typed day cannot go on: its year has four figures, and a day of the month stands there. "1 Apr 20" may
 * become 2027, and "2027-04-1" the twelfth.
 */
export function isWholeDay(typed: string): boolean {
  const text = typed.trim();
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) ||
    /^\d{1,2}\D.*\D\d{4}$/.test(text) ||
    /^\p{L}+\.?\s+\d{1,2},\s+\d{4}$/u.test(text)
  );
}

/** Returns the day on which somebody sits here, "2027-04-01". */
export function today(now: Date = new Date()): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
