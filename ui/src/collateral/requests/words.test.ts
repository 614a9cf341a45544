import { describe, expect, it } from 'vitest';
import type { RequestState } from '../../api';
import { agoInWords, askedInWords, findingOf, keptInWords } from './words';

const number = (count: number) => count.toLocaleString('en-GB');
const line = (state: RequestState, is_late = false) => ({ state, is_late });

describe('what the page of requests finds', () => {
  it('is how many wait, and how many are past their date', () => {
    expect(findingOf([], number)).toBe('Nothing is asked for');
    expect(findingOf([line('answered'), line('declined')], number)).toBe('Every request is answered');
    expect(findingOf([line('open')], number)).toBe('1 request waits for an answer');
    expect(findingOf([line('open', true), line('open'), line('open')], number)).toBe(
      '3 requests wait for an answer, 1 past its date',
    );
    expect(findingOf([line('open', true), line('promised', true)], number)).toBe(
      '1 request waits for an answer, 1 piece is promised, 2 past their date',
    );
    expect(findingOf([line('promised'), line('promised')], number)).toBe('2 pieces are promised');
  });
});

describe('a request in words', () => {
  it('is what somebody wrote, with the pages of a shorter version', () => {
    const asked = { kind: 'shorter', wanted: '', pages: [] as number[] } as const;
    expect(askedInWords(asked)).toBe('Shorter version');
    expect(askedInWords({ ...asked, pages: [1, 2] })).toBe('Pages 1–2');
    expect(askedInWords({ ...asked, pages: [1], wanted: ' for a first call ' })).toBe(
      'Page 1: for a first call',
    );
  });
  it('says how long ago it was asked', () => {
    expect([0, 1, 12].map((days) => agoInWords(days, number))).toEqual(['today', 'yesterday', '12 days ago']);
  });
});

it('says how requests were answered', () => {
  expect(keptInWords({ on_time: 12, late: 2, overdue: 1, not_yet_due: 3 }, number)).toBe(
    '12 answered on time, 2 late, 1 overdue, 3 not yet due',
  );
});
