import { describe, expect, it } from 'vitest';
import { LANGUAGES } from './cldr';
import { isWholeDay, noDayInWords, readDay } from './days';
import { makeFormats } from './formats';

describe('a typed day', () => {
  it('is read in the usual ways to write one', () => {
    for (const typed of [
      '2027-04-01',
      '1 Apr 2027',
      '1 april 2027',
      '01.04.2027',
      '1/4/27',
      '1.4.27',
      'Apr 1, 2027',
    ]) {
      expect(readDay(typed, 'en-GB')).toBe('2027-04-01');
    }
    expect(readDay('4/1/2027', 'en-US')).toBe('2027-04-01');
    expect(readDay('1. Mai 2027', 'de-DE')).toBe('2027-05-01');
  });
  it('that does not exist is none', () => {
    for (const typed of ['30 Feb 2027', '31.4.2027', '2027-13-01', 'someday', '', '1 2', '1 Foo 2027']) {
      expect(readDay(typed, 'en-GB')).toBeNull();
    }
  });
  it('is read with its weekday, which must be right, and in the forms of other languages', () => {
    expect(readDay('Thu 1 Apr 2027', 'en-GB')).toBe('2027-04-01');
    expect(readDay('Thursday, 1st April 2027', 'en-GB')).toBe('2027-04-01');
    expect(readDay('Fri 1 Apr 2027', 'en-GB')).toBeNull();
    expect(readDay('Donnerstag, 1. April 2027', 'de-DE')).toBe('2027-04-01');
    expect(readDay('1 de abril de 2027', 'es-ES')).toBe('2027-04-01');
    expect(readDay('1 kwietnia 2027', 'pl-PL')).toBe('2027-04-01');
    expect(readDay('April 1st, 2027', 'de-DE')).toBe('2027-04-01');
  });
  it('without a year is the one of the plan', () => {
    const fy27 = { first: '2026-10-01', last: '2027-09-30' };
    expect(readDay('1 Apr', 'en-GB', fy27)).toBe('2027-04-01');
    expect(readDay('24.12.', 'de-DE', fy27)).toBe('2026-12-24');
    expect(readDay('4/1', 'en-US', fy27)).toBe('2027-04-01');
    expect(readDay('30 Feb', 'en-GB', fy27)).toBeNull();
    expect(readDay('29 Feb', 'en-GB', fy27)).toBeNull();
    expect(readDay('1 Apr', 'en-GB')).toBeNull();
    // A month and two figures may be a day or a year.
    expect(readDay('Apr 27', 'en-GB')).toBeNull();
  });
  it('that is none says so, and how one is written', () => {
    const fy27 = { first: '2027-01-01', last: '2027-12-31' };
    expect(noDayInWords(' 31/02/2026 ', 'en-GB', fy27)).toBe(
      'That is not a date: “31/02/2026”. Write it like 1 Apr 2027.',
    );
    expect(noDayInWords('1 Apr', 'en-GB', null)).toContain('does not say which year');
    expect(noDayInWords('someday', 'en-GB', null)).toContain('That is not a date: “someday”');
  });
  it('is whole when no figure can be missing', () => {
    for (const typed of ['2027-04-01', '1 Apr 2027', '1. Mai 2027', '1/4/2027', ' Apr 1, 2027 '])
      expect(isWholeDay(typed), typed).toBe(true);
    for (const typed of [
      '',
      '1',
      '1 Apr 2',
      '1 Apr 20',
      '1 Apr 202',
      '1.4.27',
      '2027-04-1',
      '2027',
      'Apr 2027',
    ])
      expect(isWholeDay(typed), typed).toBe(false);
  });
  it('is read back as it is shown, in every language we offer', () => {
    for (const locale of Object.keys(LANGUAGES)) {
      for (const iso of ['2027-01-31', '2027-03-01', '2027-05-09', '2027-12-24']) {
        expect(readDay(makeFormats(locale, 'EUR').day(iso), locale), `${iso} ${locale}`).toBe(iso);
      }
    }
  });
});
