import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CLDR, LANGUAGES } from './cldr';
import { makeFormats, safeLocale } from './formats';
import { writerOf } from './languages';

const spaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('a language', () => {
  it('that Intl does not know becomes English instead of a crash', () => {
    for (const odd of ['C', 'C.UTF-8', 'POSIX', '', 'x', '_', 'tlh-QQQQQ-1', null, undefined]) {
      expect(safeLocale(odd)).toBe('en-GB');
      expect(makeFormats(odd, 'EUR').number(1200)).toBe('1,200');
    }
  });
  it('in the form of the system is understood', () => {
    expect(safeLocale('de_DE.UTF-8')).toBe('de-DE');
  });
});

describe('English, euros', () => {
  const f = makeFormats('en-GB', 'EUR');
  it('writes money without cents unless there are some', () => {
    expect(f.money(120000000)).toBe('€1,200,000');
    expect(f.money(236091)).toBe('€2,360.91');
    expect(f.money(0)).toBe('€0');
    expect(f.money(-2500)).toBe('−€25');
    expect(f.moneyShort(120000000)).toBe('€1.2m');
  });
  it('writes rates with two places at most', () => {
    expect(f.rate(6315)).toBe('63.15%');
    expect(f.rate(5000)).toBe('50%');
  });
  it('writes days so that day and month cannot be mistaken', () => {
    expect(f.day('2027-04-01')).toBe('1 Apr 2027');
    expect(makeFormats('en-US', 'USD').day('2027-04-01')).toBe('Apr 1, 2027');
    expect(f.day('not a day')).toBe('not a day');
  });
  it('reads what it writes', () => {
    for (const minor of [0, 1, 99, 100, 236091, 120000000, -4550]) {
      expect(f.read('money', f.money(minor))).toBe(minor);
      expect(f.read('money', f.write('money', minor))).toBe(minor);
    }
    for (const points of [0, 1, 6315, 10000, 15050]) {
      expect(f.read('percent', f.rate(points))).toBe(points);
      expect(f.read('percent', f.write('percent', points))).toBe(points);
    }
  });
  it('reads what people type', () => {
    expect(f.read('count', '1200000')).toBe(1200000);
    expect(f.read('count', '1,200,000')).toBe(1200000);
    expect(f.read('count', ' 1 200 000 ')).toBe(1200000);
    expect(f.read('count', '1.2m')).toBe(1200000);
    expect(f.read('days', '57 days')).toBe(57);
    expect(f.read('count', '400k')).toBe(400000);
    expect(f.read('number', '.5')).toBe(50);
    expect(f.read('count', '.5')).toBeNull();
    expect(f.read('count', '−3')).toBe(-3);
    expect(f.read('money', '€ 25,000')).toBe(2500000);
    expect(f.read('money', '25000 EUR')).toBe(2500000);
    expect(f.read('percent', '63.15 %')).toBe(6315);
    expect(f.read('percent', '63,15')).toBe(6315);
  });
  it('refuses a number that is another one elsewhere', () => {
    for (const typed of ['5.000', '12.500', '999.999']) {
      for (const unit of ['count', 'money', 'percent', 'number'] as const)
        expect(f.read(unit, typed), `${unit} ${typed}`).toBeNull();
    }
    expect(makeFormats('de-DE', 'EUR').read('money', '5,000')).toBeNull();
    expect(f.read('money', '0.125')).toBe(13);
    expect(f.read('count', '1.234k')).toBe(1234);
    expect(makeFormats('en-GB', 'KWD', 3).read('money', '5.000')).toBe(5000);
  });
  it('refuses what is no number', () => {
    for (const typed of [
      '',
      ' ',
      'abc',
      '1.2.3',
      '12e400',
      '--5',
      '1,2,3',
      'NaN',
      '∞',
      '9'.repeat(30),
      '5 apples',
    ]) {
      expect(f.read('count', typed)).toBeNull();
    }
  });
});

describe('an instant', () => {
  const late = '2027-04-01T22:30:00Z';

  it('is told in the days and by the clock of the company', () => {
    const day = (zone: string) => makeFormats('en-GB', 'EUR', 2, 1, zone).day(late);
    expect(day('UTC')).toBe('1 Apr 2027');
    expect(day('Europe/Berlin')).toBe('2 Apr 2027');
    expect(makeFormats('en-GB', 'EUR', 2, 1, 'Europe/Berlin').instant(late)).toContain('00:30');
    expect(makeFormats('en-GB', 'EUR', 2, 1, 'Europe/Berlin').today(new Date(late))).toBe('2027-04-02');
  });

  it('moves no plain day', () => {
    expect(makeFormats('en-GB', 'EUR', 2, 1, 'Pacific/Auckland').day('2027-04-01')).toBe('1 Apr 2027');
  });

  it('is told by this computer where the zone is unknown', () => {
    expect(makeFormats('en-GB', 'EUR', 2, 1, 'Mars/Olympus').instant(late)).toContain('2027');
  });
});

describe('other languages and currencies', () => {
  it('German reads and writes with its own marks, and takes an English decimal point', () => {
    const f = makeFormats('de-DE', 'EUR');
    expect(spaces(f.money(236091))).toBe('2.360,91 €');
    expect(f.read('money', '2.360,91')).toBe(236091);
    expect(f.read('count', '1.200.000')).toBe(1200000);
    expect(f.read('percent', '63,15')).toBe(6315);
    expect(f.read('percent', '63.15')).toBe(6315);
  });
  it('French and Swiss group with spaces and apostrophes', () => {
    expect(makeFormats('fr-FR', 'EUR').read('number', '1 200 000,5')).toBe(120000050);
    expect(makeFormats('de-CH', 'CHF').read('number', '1’200’000.5')).toBe(120000050);
  });
  it('yen has no minor unit, dinar has three places', () => {
    expect(makeFormats('ja-JP', 'JPY').read('money', '2500')).toBe(2500);
    expect(makeFormats('en-GB', 'KWD').read('money', '1.234')).toBe(1234);
  });
  it('a currency nobody knows does not crash', () => {
    expect(makeFormats('en-GB', 'nonsense').money(100)).toBe('€1');
  });
});

describe('the page and the core', () => {
  // The same file that the core's own test reads: what Intl wrote when the tables were made.
  const examples = readFileSync('../src-tauri/workspace/src/words/examples.tsv', 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t') as [string, string, string, string]);
  const places: Record<string, number> = { JPY: 0, XAF: 0, KWD: 3 };

  it('write everything alike, in every language we offer', () => {
    expect(examples.length).toBeGreaterThan(900);
    for (const [locale, kind, value, wanted] of examples) {
      const currency = kind.startsWith('money ') ? kind.slice(6) : 'EUR';
      const f = makeFormats(locale, currency, places[currency] ?? 2);
      const write: Record<string, () => string> = {
        count: () => f.number(Number(value)),
        decimal: () => writerOf(locale).number(Number(value), 2, 2),
        rate: () => f.rate(Number(value)),
        money: () => f.money(Number(value)),
        day: () => f.day(value),
        month: () => f.month(value),
        'short month': () => f.monthShort(value),
      };
      const written = write[kind.startsWith('money') ? 'money' : kind];
      expect(written?.(), `${locale} ${kind} ${value}`).toBe(wanted);
    }
  });

  // Another Node may bring another CLDR; the tables are then still what the core has.
  it.skipIf(process.versions.cldr !== CLDR)('write as Intl does', () => {
    const trueMinus = (text: string) => text.replace('-', '−');
    for (const locale of Object.keys(LANGUAGES))
      for (const currency of Intl.supportedValuesOf('currency').filter((code) => !code.startsWith('X')))
        for (const value of [12, -1234.5, 1234567.89]) {
          const intl = new Intl.NumberFormat(locale, {
            style: 'currency',
            currency,
            currencyDisplay: 'narrowSymbol',
            minimumFractionDigits: 2,
            maximumFractionDigits: 2,
          }).format(value);
          const ours = writerOf(locale).money(value, 2, currency);
          expect(ours, `${locale} ${currency} ${value}`).toBe(
            trueMinus(intl.replace(/[\u200e\u200f\u061c]/g, '')),
          );
        }
  });
});
