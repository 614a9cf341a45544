/**
 * How a language writes, by the tables of the CLDR that the core has too: page, documents and terminal say the same, whatever
 * ICU the machine brings.
 */
import { LANGUAGES, OWN_SYMBOLS, SYMBOLS } from './cldr';

/** The forms of a language. */
export interface LanguageFormats {
  decimal: string;
  group: string;
  /** From so many digits on the thousands stand apart. */
  groupFrom: number;
  /** What follows the number of a rate. */
  percent: string;
  /** Amounts with a sign ("€"): above and below zero. */
  money: readonly [above: string, below: string];
  /** Amounts with a word ("CHF", "kr."). */
  moneyInWords: readonly [above: string, below: string];
  day: DateForm;
  month: DateForm;
  /** The months by themselves. */
  shortMonths: readonly string[];
}

interface DateForm {
  pattern: string;
  months: readonly string[];
}

/** Writes in one language. */
export interface Writer {
  /** A number with at least `least` and at most `most` decimals, rounded half away from zero. */
  number: (value: number, most?: number, least?: number) => string;
  /** A rate, given as the number before its sign. */
  rate: (percent: number, most?: number) => string;
  /** An amount in whole units. */
  money: (value: number, places: number, currency: string) => string;
  /** The sign of a currency. */
  symbol: (currency: string) => string;
  /** A day, a month with its year, a month: "2027-04-01" → "1 Apr 2027", "Apr 2027", "Apr". What is no day stays as it is. */
  day: (iso: string) => string;
  month: (iso: string) => string;
  shortMonth: (iso: string) => string;
  marks: { group: string; decimal: string };
}

const usual = 'en-GB';

/** Returns the language of ours that comes closest: the same, the same without its country, or British English. */
function nearest(locale: string): string {
  const speech = locale.split('-')[0];
  const known = Object.keys(LANGUAGES);
  return known.find((tag) => tag === locale) ?? known.find((tag) => tag.split('-')[0] === speech) ?? usual;
}

const roundings = new Map<string, Intl.NumberFormat>();

/** Returns the digits of a number without its sign, rounded; "1234.50". */
function digitsOf(value: number, least: number, most: number): string {
  const key = `${least} ${most}`;
  let rounding = roundings.get(key);
  if (!rounding) {
    rounding = new Intl.NumberFormat('en-US', {
      useGrouping: false,
      minimumFractionDigits: least,
      maximumFractionDigits: most,
    });
    roundings.set(key, rounding);
  }
  return rounding.format(Math.abs(value));
}

/** Whether a character belongs to a word, which a space parts from the number, and is no sign like "€". */
function isOfAWord(letter: string | undefined): boolean {
  return letter !== undefined && /[^\p{S}]/u.test(letter);
}

/** Returns the writer of a language, or of the one of ours that comes closest to it. */
export function writerOf(locale: string): Writer {
  const tag = nearest(locale);
  const language = LANGUAGES[tag] as LanguageFormats;

  const grouped = (digits: string) => {
    const [whole = '', part] = digits.split('.');
    const apart =
      whole.length < language.groupFrom ? whole : whole.replace(/\B(?=(\d{3})+$)/g, language.group);
    return part === undefined ? apart : `${apart}${language.decimal}${part}`;
  };
  const isBelowZero = (value: number, digits: string) => value < 0 && /[1-9]/.test(digits);
  const number = (value: number, most = 0, least = 0) => {
    const digits = digitsOf(value, least, most);
    return `${isBelowZero(value, digits) ? '−' : ''}${grouped(digits)}`;
  };
  const symbol = (currency: string) => OWN_SYMBOLS[`${tag} ${currency}`] ?? SYMBOLS[currency] ?? currency;
  const date = (iso: string, write: (day: number, month: number, year: number) => string) => {
    const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? [];
    const isDay = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
    return isDay ? write(Number(day), Number(month) - 1, Number(year)) : iso;
  };
  const inForm = (form: DateForm) => (iso: string) =>
    date(iso, (day, month, year) =>
      form.pattern
        .replace('{d}', String(day))
        .replace('{m}', form.months[month] ?? '')
        .replace('{y}', String(year)),
    );
  return {
    number,
    rate: (percent, most = 2) => `${number(percent, most)}${language.percent}`,
    money: (value, places, currency) => {
      const digits = digitsOf(value, places, places);
      const sign = symbol(currency);
      const letters = [...sign];
      const beside = language.money[0].startsWith('{n}') ? letters[0] : letters.at(-1);
      const [above, below] = isOfAWord(beside) ? language.moneyInWords : language.money;
      const pattern = isBelowZero(value, digits) ? below : above;
      return pattern.replace('{s}', () => sign).replace('{n}', grouped(digits));
    },
    symbol,
    day: inForm(language.day),
    month: inForm(language.month),
    shortMonth: (iso) => date(iso, (_, month) => language.shortMonths[month] ?? ''),
    marks: { group: language.group, decimal: language.decimal },
  };
}
