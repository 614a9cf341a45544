/** Reading days that people type. A day is `2027-01-31` everywhere but in the eyes. */

/** From when until when days are most likely meant: the year of the plan on screen. */
export interface Within {
  first: string;
  last: string;
}

const plainly = (name: string) => name.toLowerCase().replaceAll('.', '');

/** Returns how a part of a date is written by itself and within a date, in a language and in English, shortly and in full. */
function namesOf(part: 'month' | 'weekday', locale: string, at: Date): string[] {
  return [locale, 'en-GB', 'en-US'].flatMap((language) =>
    (['short', 'long'] as const).flatMap((length) => {
      const alone = new Intl.DateTimeFormat(language, { [part]: length, timeZone: 'UTC' });
      // Many languages write a month's name in another form beside a day.
      const inDate = new Intl.DateTimeFormat(language, { [part]: length, day: 'numeric', timeZone: 'UTC' });
      const found = inDate.formatToParts(at).find(({ type }) => type === part)?.value;
      return [plainly(alone.format(at)), plainly(found ?? '')];
    }),
  );
}

const known = new Map<string, { months: string[][]; weekdays: string[][] }>();

function namesIn(locale: string) {
  let names = known.get(locale);
  if (!names) {
    const each = (count: number, at: (index: number) => Date, part: 'month' | 'weekday') =>
      Array.from({ length: count }, (_, index) => namesOf(part, locale, at(index)));
    names = {
      months: each(12, (index) => new Date(Date.UTC(2027, index, 15)), 'month'),
      // 3 January 2027 is a Sunday.
      weekdays: each(7, (index) => new Date(Date.UTC(2027, 0, 3 + index)), 'weekday'),
    };
    known.set(locale, names);
  }
  return names;
}

function day(year: number, month: number, date: number): string | null {
  const full = year < 100 ? 2000 + year : year;
  const made = new Date(Date.UTC(full, month - 1, date));
  const exists =
    made.getUTCFullYear() === full && made.getUTCMonth() === month - 1 && made.getUTCDate() === date;
  return exists && full >= 1900 && full <= 2999 ? made.toISOString().slice(0, 10) : null;
}

/** Returns the day with this month and date that lies within; null when there is none, or more than one. */
function dayWithin(month: number, date: number, within: Within | null): string | null {
  if (!within) return null;
  const years = new Set([within.first, within.last].map((end) => Number(end.slice(0, 4))));
  const days = [...years].flatMap((year) => {
    const found = day(year, month, date);
    return found !== null && found >= within.first && found <= within.last ? [found] : [];
  });
  return days.length === 1 ? (days[0] ?? null) : null;
}

/** What a typed day says, taken apart. */
interface Said {
  date: number;
  month: number;
  year: number | null;
}

/** Takes a day apart that is written in figures. Month before day only in American English. */
function inFigures(text: string, locale: string): Said | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:$|[t ]\d)/.exec(text);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), date: Number(iso[3]) };
  const figures = /^(\d{1,2})[./\- ]+(\d{1,2})(?:[./\- ]+(\d{2}|\d{4}))?\.?$/.exec(text);
  if (!figures) return null;
  const [one, two] = [Number(figures[1]), Number(figures[2])];
  const year = figures[3] === undefined ? null : Number(figures[3]);
  return locale === 'en-US' ? { month: one, date: two, year } : { month: two, date: one, year };
}

/** Takes a day apart that names its month: "1 Apr", "1st April 2027", "April 1, 2027", "1 de abril de 2027". */
function withName(text: string, locale: string): Said | null {
  const pieces = text
    .replace(/[,.]/g, ' ')
    .split(/\s+/)
    .filter((piece) => piece !== '' && piece !== 'de' && piece !== 'of');
  const month = namesIn(locale).months.findIndex((names) => pieces.some((piece) => names.includes(piece)));
  const figures = pieces.flatMap((piece) => /^(\d{1,4})(?:st|nd|rd|th|er|º|ª)?$/.exec(piece)?.[1] ?? []);
  const names = pieces.length - figures.length;
  if (month < 0 || names !== 1) return null;
  const years = figures.filter((figure) => figure.length === 4);
  const rest = figures.filter((figure) => figure.length <= 2);
  if (years.length > 1 || years.length + rest.length !== figures.length) return null;
  if (years.length === 1)
    return rest.length > 1 ? null : { month: month + 1, date: Number(rest[0] ?? 1), year: Number(years[0]) };
  // "1 Apr 27": the day first. Without a day there is none: "Apr 27" may be either.
  const first = pieces[0] ?? '';
  if (rest.length === 2 && /^\d/.test(first))
    return { month: month + 1, date: Number(rest[0]), year: Number(rest[1]) };
  return rest.length === 1 ? { month: month + 1, date: Number(rest[0]), year: null } : null;
}

/**
 * Reads a day in the usual ways to write one; null when it is none. A day without a year is the one that lies `within`. The
 * name of a weekday before it must be right.
 */
export function readDay(typed: string, locale: string, within: Within | null = null): string | null {
  let text = typed.trim().toLowerCase();
  const before = /^(\p{L}+)\.?,?\s+/u.exec(text);
  const weekday = before
    ? namesIn(locale).weekdays.findIndex((names) => names.includes(before[1] ?? ''))
    : -1;
  if (before && weekday >= 0) text = text.slice(before[0].length);
  const said = inFigures(text, locale) ?? withName(text, locale);
  if (!said) return null;
  const read =
    said.year === null ? dayWithin(said.month, said.date, within) : day(said.year, said.month, said.date);
  const isRight = read === null || weekday < 0 || new Date(`${read}T12:00:00Z`).getUTCDay() === weekday;
  return isRight ? read : null;
}

/** Returns what is wrong with a text that is no day, and how a day is written. */
export function noDayInWords(typed: string, locale: string, within: Within | null): string {
  const text = typed.trim();
  const example = `1 Apr ${within?.first.slice(0, 4) ?? new Date().getFullYear()}`;
  // With a year it would be one, so only the year is missing. 2028 has a 29 February.
  if (within === null && [`${text} 2028`, `${text}/2028`].some((whole) => readDay(whole, locale) !== null))
    return `“${text}” does not say which year. Write it like ${example}.`;
  return `That is not a date: “${text}”. Write it like ${example}.`;
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
