import { describe, expect, it } from 'vitest';
import { changedInWords, findingOf, keptInWords, whyInWords } from './words';

const written = (count: number) => String(count);

describe('a walk-through in words', () => {
  it('says where the two sides have to talk', () => {
    expect(whyInWords({ why: 'apart', aspect: 'message', sales: 5, marketing: 2 })).toBe(
      'Message: Sales 5, Marketing 2',
    );
    expect(whyInWords({ why: 'low', aspect: 'look', mark: 1 })).toBe('Look: 1');
    expect(findingOf(5, 2, 5, written)).toBe('2 of 5 steps to talk about');
  });
  it('promises no content where marks are missing', () => {
    expect(findingOf(0, 0, 0, written)).toBe('No step yet');
    expect(findingOf(5, 0, 0, written)).toBe('5 steps, no marks yet');
    expect(findingOf(5, 0, 3, written)).toBe('3 of 5 steps rated, nothing to talk about so far');
    expect(findingOf(5, 0, 5, written)).toBe('5 steps, and both sides are content with each');
    expect(findingOf(1, 0, 1, written)).toBe('1 step, and both sides are content with it');
  });
  it('says what is different from the last time', () => {
    expect(changedInWords([])).toBe('As last time');
    expect(changedInWords(['said'])).toBe('Different from last time: what is said');
    expect(changedInWords(['said', 'shown', 'piece'])).toBe(
      'Different from last time: what is said, what is shown and the piece',
    );
  });
  it('says how fixes stand, and nothing where there are none', () => {
    expect(keptInWords({ done_in_time: 2, done_late: 1, overdue: 1, open: 3 }, written)).toBe(
      '2 done in time, 1 done late, 1 past its date, 3 open',
    );
    expect(keptInWords({ done_in_time: 0, done_late: 0, overdue: 0, open: 0 }, written)).toBe('');
  });
});
