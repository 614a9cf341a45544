import { describe, expect, it } from 'vitest';
import { LANGUAGES } from './cldr';
import { isWholeDay, readDay } from './days';
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
