import { describe, expect, it } from 'vitest';
import { readTime, timeInWords } from './times';

describe('a time of day', () => {
  it('is read as people write it', () => {
    for (const typed of ['9:30', '09:30', '9.30', '9h30', '9:30 am', ' 9:30 ', '9 30'])
      expect(readTime(typed), typed).toBe('09:30:00');
    for (const typed of ['14', '14 h', '2 pm', '2 p.m.', '14:00', '14 Uhr'])
      expect(readTime(typed), typed).toBe('14:00:00');
    expect(readTime('12 am')).toBe('00:00:00');
    expect(readTime('12:15 pm')).toBe('12:15:00');
  });
  it('is nothing else', () => {
    for (const typed of ['', 'noon', '25', '9:60', '13 pm', '0 am', '9:3', '9:30:00', '-1', '2026-12-01'])
      expect(readTime(typed), typed).toBeNull();
  });
  it('is written as the language writes it, and read again', () => {
    expect(timeInWords('09:30:00', 'en-GB')).toBe('09:30');
    expect(timeInWords('14:05:00', 'en-US').replace(/\s/g, ' ')).toBe('2:05 PM');
    for (const locale of ['en-GB', 'en-US', 'de-DE', 'fr-FR', 'fi-FI', 'sv-SE'])
      expect(readTime(timeInWords('14:05:00', locale)), locale).toBe('14:05:00');
  });
});
