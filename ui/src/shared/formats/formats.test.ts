import { describe, expect, it } from 'vitest';
import { makeFormats, safeLocale } from './formats';

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
    expect(f.rate(6315)).toBe('63.15\u00a0%');
    expect(f.rate(5000)).toBe('50\u00a0%');
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
