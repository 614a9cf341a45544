/**
 * Numbers, money, rates and days as the company writes them. The core keeps money in minor units, rates in basis
 * points and days as `2027-01-31`; here they become text, and text that was typed becomes them again. Nothing is
 * calculated with them.
 */
import { writerOf } from './languages';

/**
 * In what a number is counted; every number is a whole number of the smallest step: minor units of money, hundredths
 * of a percent, whole days, hundredths of a plain number.
 */
export type Unit = 'count' | 'money' | 'percent' | 'days' | 'number';

/** A value that may be missing. A missing one is shown as "–" with the reason, never as 0. */
export type Maybe<T> = T | null | undefined;

export interface Formats {
  locale: string;
  currency: string;
  /** On which day a week starts: 1 (Monday) to 7 (Sunday). */
  weekStart: number;
  /** 1200000 → "1,200,000"; fractions only where asked for. */
  number: (value: number, fractions?: number) => string;
  /** Minor units → "€1,200,000"; cents only when there are some, or when asked for. */
  money: (minor: number, options?: { cents?: boolean }) => string;
  /** Minor units → "€1.2m", for charts and narrow places. */
  moneyShort: (minor: number) => string;
  /** Basis points → "63.15%" as the language writes it; at most `fractions` places. */
  rate: (basisPoints: number, fractions?: number) => string;
  /** "2027-04-01" → "1 Apr 2027". */
  day: (iso: string) => string;
  /** "2027-04-01" → "Apr 2027". */
  month: (iso: string) => string;
  /** "2027-04-01" → "Apr". */
  monthShort: (iso: string) => string;
  /** An instant → "1 Apr 2027, 14:32", in the machine's time zone. */
  instant: (iso: string) => string;
  /** An instant → "14:32". */
  clock: (at: Date) => string;
  /** The day it is for the company, "2027-04-01". */
  today: (now?: Date) => string;
  /** A value in its unit's smallest step, written with its unit: "400", "€1,200", "63.15%", "57 days". */
  value: (unit: Unit, value: number) => string;
  /** What was typed, in the unit's smallest step; null when it is no such value. */
  read: (unit: Unit, typed: string) => number | null;
  /** A value as it is edited: without its sign, with the language's own marks. */
  write: (unit: Unit, value: number) => string;
  /** What stands beside a field of this unit: "€", "%", "days". */
  signOf: (unit: Unit) => string | null;
  /** The currency's sign, "€". */
  currencySign: string;
}

/** Returns a language `Intl` knows; "C", "POSIX" and their like become English. */
export function safeLocale(wanted: Maybe<string>): string {
  const fallback = 'en-GB';
  if (!wanted) return fallback;
  try {
    const [canonical] = Intl.getCanonicalLocales(wanted.replace(/\..*$/, '').replace('_', '-'));
    return canonical && Intl.NumberFormat.supportedLocalesOf(canonical).length > 0 ? canonical : fallback;
  } catch {
    return fallback;
  }
}

function safeCurrency(wanted: Maybe<string>): string {
  try {
    new Intl.NumberFormat('en', { style: 'currency', currency: wanted ?? '' });
    return wanted ?? 'EUR';
  } catch {
    return 'EUR';
  }
}

function isInstant(iso: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T/.test(iso) && isDate(new Date(iso));
}

/** Returns the day it is in a time zone at an instant, "2027-04-01"; without a zone, the day it is here. */
function dayIn(timeZone: string | undefined, at: Date): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(at);
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** Returns a time zone `Intl` knows, or none. */
function safeZone(wanted: Maybe<string>): string | undefined {
  try {
    return wanted
      ? new Intl.DateTimeFormat('en', { timeZone: wanted }).resolvedOptions().timeZone
      : undefined;
  } catch {
    return undefined;
  }
}

function isDate(date: Date): boolean {
  return !Number.isNaN(date.getTime());
}

/** The places of a currency, while the core has not said (it does, once a workspace is open). */
function minorDigits(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}

/** A true minus, as the core and the PDF write it. */
function withMinus(text: string): string {
  return text.replace('-', '−');
}

interface Marks {
  group: string;
  decimal: string;
}

/**
 * Reads a number the way people type it: with or without grouping, with k or m for thousands and millions, with the
 * other language's decimal mark where that can only be meant so ("63.15" in German). Null when it is no number, and where it
 * may be two: "5.000" in English is five only to somebody who writes thousandths, and may be five thousand.
 */
export function readNumber(typed: string, marks: Marks, mostFractions = 2): number | null {
  const bare = typed.replace(/[\s\u00a0\u202f'’]/g, '').replace(/\u2212/g, '-');
  const parts = /^(-?)([\d.,]*)([km]?)$/i.exec(bare);
  if (!parts) return null;
  const [, sign = '', digits = '', scale = ''] = parts;
  if (!/\d/.test(digits)) return null;
  const plain = plainDigits(digits, marks);
  if (plain === null || (mostFractions < 3 && scale === '' && mayBeThousands(digits, marks))) return null;
  const factor = scale === '' ? 1 : scale.toLowerCase() === 'k' ? 1e3 : 1e6;
  const value = Number(plain) * factor * (sign ? -1 : 1);
  return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : null;
}

/** Returns whether the one mark in it, with three digits behind, is the decimal mark here and that of thousands elsewhere. */
function mayBeThousands(digits: string, { decimal }: Marks): boolean {
  return new RegExp(`^[1-9]\\d{0,2}\\${decimal}\\d{3}$`).test(digits);
}

function plainDigits(digits: string, { group, decimal }: Marks): string | null {
  const isGrouped = (text: string, mark: string) =>
    new RegExp(`^\\d{1,3}(\\${mark}\\d{2,3})*\\${mark}\\d{3}$`).test(text);
  const decimals = digits.split(decimal).length - 1;
  if (decimals > 1) return isGrouped(digits, decimal) ? digits.replaceAll(decimal, '') : null;
  const [whole = '', fraction = ''] = digits.split(decimal);
  if (fraction.includes(',') || fraction.includes('.')) return null;
  const other = decimal === '.' ? ',' : '.';
  if (!whole.includes(other)) return `${whole || '0'}.${fraction || '0'}`;
  if (isGrouped(whole, other)) return `${whole.replaceAll(other, '')}.${fraction || '0'}`;
  // "63.15" where the comma is the decimal mark: one mark that cannot group is a decimal mark.
  if (decimals === 0 && whole.split(other).length === 2 && group !== decimal)
    return whole.replace(other, '.');
  return null;
}

/** Returns what `make` makes, made when it is first asked for: a form of `Intl` takes its time, and most screens need few. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/**
 * Returns all formats for a language and a currency. Never throws, whatever the two are. An instant is told as the calendar
 * and the clock of the company's time zone showed it; where no company is known, those of this computer.
 */
export function makeFormats(
  wantedLocale: Maybe<string>,
  wantedCurrency: Maybe<string>,
  currencyDigits?: Maybe<number>,
  weekStart = 1,
  timeZone?: Maybe<string>,
): Formats {
  const locale = safeLocale(wantedLocale);
  const currency = safeCurrency(wantedCurrency);
  const writer = writerOf(locale);
  const digits = currencyDigits ?? minorDigits(currency);
  const perUnit = 10 ** digits;
  const sign = writer.symbol(currency);

  const short = once(
    () =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
        notation: 'compact',
        maximumFractionDigits: 1,
        minimumFractionDigits: 0,
      }),
  );
  const zone = safeZone(timeZone);
  const today = (now = new Date()) => dayIn(zone, now);
  /** The day of an instant is the company's. */
  const dayOf = (iso: string) => (isInstant(iso) ? dayIn(zone, new Date(iso)) : iso);
  const here = once(
    () =>
      new Intl.DateTimeFormat(locale, {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        timeZone: zone,
      }),
  );
  const time = once(
    () => new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: zone }),
  );
  const read = (typed: string, mostFractions?: number) => readNumber(typed, writer.marks, mostFractions);
  const scaled = (value: number | null, by: number) => {
    if (value === null) return null;
    const minor = Math.round(value * by);
    return Number.isSafeInteger(minor) ? minor : null;
  };
  const money = (minor: number, options?: { cents?: boolean }) =>
    writer.money(minor / perUnit, (options?.cents ?? minor % perUnit !== 0) ? digits : 0, currency);
  const rate = (basisPoints: number, fractions = 2) => writer.rate(basisPoints / 100, fractions);
  const number = (value: number, fractions = 0) => writer.number(value, fractions);
  const readMoney = (typed: string) =>
    scaled(read(typed.replaceAll(sign, '').replaceAll(currency, ''), digits), perUnit);
  const readRate = (typed: string) => scaled(read(typed.replace('%', '')), 100);

  return {
    locale,
    currency,
    weekStart,
    currencySign: sign,
    number,
    money,
    moneyShort: (minor) => withMinus(short().format(minor / perUnit)),
    rate,
    value: (unit, value) => {
      switch (unit) {
        case 'money':
          return money(value);
        case 'percent':
          return rate(value);
        case 'days':
          return `${number(value, 1)} ${value === 1 ? 'day' : 'days'}`;
        case 'number':
          return number(value / 100, 2);
        default:
          return number(value, 1);
      }
    },
    read: (unit, typed) => {
      if (unit === 'money') return readMoney(typed);
      if (unit === 'percent') return readRate(typed);
      if (unit === 'number') return scaled(read(typed), 100);
      const value = read(unit === 'days' ? typed.replace(/[a-z]+$/i, '') : typed);
      return value !== null && Number.isInteger(value) ? value : null;
    },
    write: (unit, value) =>
      number(
        unit === 'money' ? value / perUnit : unit === 'percent' || unit === 'number' ? value / 100 : value,
        6,
      ),
    day: (iso) => writer.day(dayOf(iso)),
    month: (iso) => writer.month(dayOf(iso)),
    monthShort: (iso) => writer.shortMonth(dayOf(iso)),
    instant: (iso) => (isDate(new Date(iso)) ? here().format(new Date(iso)) : iso),
    clock: (at) => time().format(at),
    today,
    signOf: (unit) => (unit === 'money' ? sign : unit === 'percent' ? '%' : unit === 'days' ? 'days' : null),
  };
}
