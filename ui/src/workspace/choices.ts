/** What can be chosen before there is a workspace; once there is one, the core gives its own lists. */

export const monthChoices = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
].map((label, index) => ({ value: String(index + 1), label }));

export const weekDayChoices = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
].map((label, index) => ({ value: String(index + 1), label }));

const usual = ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'JPY'];

/** Returns the currencies, the usual ones first, each with its name. */
export function currencyChoices() {
  const names = new Intl.DisplayNames('en', { type: 'currency' });
  const all = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('currency') : usual;
  const codes = [...usual, ...all.filter((code) => !usual.includes(code))];
  return codes.map((code) => ({ value: code, label: `${code}  ${names.of(code) ?? ''}` }));
}

const byRegion: Record<string, string> = {
  US: 'USD',
  GB: 'GBP',
  CH: 'CHF',
  LI: 'CHF',
  SE: 'SEK',
  NO: 'NOK',
  DK: 'DKK',
  PL: 'PLN',
  CZ: 'CZK',
  BR: 'BRL',
  JP: 'JPY',
  CA: 'CAD',
  AU: 'AUD',
};

/** Returns the currency that is likely where this language is spoken. */
export function usualCurrency(locale: string): string {
  const region = /-([A-Z]{2})$/.exec(locale)?.[1] ?? '';
  return byRegion[region] ?? 'EUR';
}
