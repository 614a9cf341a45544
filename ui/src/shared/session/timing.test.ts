import { describe, expect, it } from 'vitest';
import { lengthInWords, standingOf, tick } from './timing';

describe('the clock of a section', () => {
  it('counts down in whole minutes', () => {
    expect(standingOf(0, 30)).toEqual({ status: 'on_track', words: '30 min left' });
    expect(standingOf(61, 30)).toEqual({ status: 'on_track', words: '29 min left' });
  });
  it('warns in the last fifth, and never later than two minutes before the end', () => {
    expect(standingOf(24 * 60 - 1, 30).status).toBe('on_track');
    expect(standingOf(24 * 60, 30)).toEqual({ status: 'at_risk', words: '6 min left' });
    expect(standingOf(3 * 60, 5)).toEqual({ status: 'at_risk', words: '2 min left' });
  });
  it('does not warn before it has begun', () => {
    expect(standingOf(0, 2).status).toBe('on_track');
  });
  it('shows overtime', () => {
    expect(standingOf(30 * 60, 30)).toEqual({ status: 'off_track', words: 'time is up' });
    expect(standingOf(33 * 60 + 59, 30)).toEqual({ status: 'off_track', words: '3 min over' });
  });
  it('says so where no time was planned', () => {
    expect(standingOf(500, 0)).toEqual({ status: 'no_data', words: 'no time planned' });
  });
  it('does not count the hours a laptop slept', () => {
    expect(tick(0, 1000)).toBe(1);
    expect(tick(0, 3_600_000)).toBe(0);
    expect(tick(5000, 1000)).toBe(0);
  });
  it('writes hours and minutes', () => {
    expect(lengthInWords(45)).toBe('45 min');
    expect(lengthInWords(120)).toBe('2 h');
    expect(lengthInWords(230)).toBe('3 h 50 min');
  });
});
