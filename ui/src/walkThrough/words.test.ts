import { describe, expect, it } from 'vitest';
import { changedInWords, findingOf, keptInWords, missingInWords, whyInWords } from './words';

const written = (count: number) => String(count);

describe('a walk-through in words', () => {
  it('says where the two sides have to talk', () => {
    expect(whyInWords({ why: 'apart', aspect: 'message', sales: 5, marketing: 2 })).toBe(
      'Message: Sales 5, Marketing 2',
    );
    expect(whyInWords({ why: 'low', aspect: 'look', mark: 1 })).toBe('Look: 1');
    expect(findingOf({ steps: 5, toTalkAbout: 2, rated: 5, marked: true }, written)).toBe(
      '2 of 5 steps to talk about',
    );
    expect(findingOf({ steps: 5, toTalkAbout: 1, rated: 2, marked: true }, written)).toBe(
      '2 of 5 steps marked by both sides, 1 to talk about',
    );
  });
  it('promises no content where marks are missing', () => {
    expect(findingOf({ steps: 0, toTalkAbout: 0, rated: 0, marked: false }, written)).toBe('No step yet');
    expect(findingOf({ steps: 5, toTalkAbout: 0, rated: 0, marked: false }, written)).toBe(
      '5 steps, no marks yet',
    );
    expect(findingOf({ steps: 5, toTalkAbout: 0, rated: 0, marked: true }, written)).toBe(
      '0 of 5 steps marked by both sides, nothing to talk about so far',
    );
    expect(findingOf({ steps: 5, toTalkAbout: 0, rated: 5, marked: true }, written)).toBe(
      '5 steps, and both sides are content with each',
    );
    expect(findingOf({ steps: 1, toTalkAbout: 0, rated: 1, marked: true }, written)).toBe(
      '1 step, and both sides are content with it',
    );
  });
  it('says what is missing before it is ended, and nothing where nothing is', () => {
    expect(missingInWords(1, 2, written)).toBe(
      '1 fix has no owner yet, 2 steps are not marked by both sides.',
    );
    expect(missingInWords(0, 1, written)).toBe('1 step is not marked by both sides.');
    expect(missingInWords(0, 0, written)).toBe('');
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
