import { describe, expect, it } from 'vitest';
import type { GoalLine, ReviewLine, ReviewNoteLine, SilentCount } from '../api';
import { makeFormats } from '../shared/formats/formats';
import {
  ageInWords,
  cameOfIt,
  doneInWords,
  forecastInWords,
  goalFinding,
  listFinding,
  owedInWords,
  periodFinding,
  sealedInWords,
  stateInWords,
  stateMark,
  voteButtons,
  votesInWords,
  votingInWords,
} from './words';

const formats = makeFormats('en-GB', 'EUR', 2);
const written = (count: number) => formats.number(count);

const goal: GoalLine = {
  goal: 'g',
  name: 'Accepted leads',
  metric: 'qualified_leads',
  unit: 'count',
  direction: 'more',
  adds_up: true,
  formula: '',
  source: '',
  measured: { from: 'leads' },
  target: 1000,
  period_asked: 210,
  period_actual: 196,
  period_n: null,
  period_reached: 9_333,
  asked: 700,
  actual: 491,
  n: null,
  is_small: false,
  until: '2027-09-30',
  reached: 7_014,
  status: 'off_track',
  because: null,
  months: [],
  forecast: { low: 610, likely: 655, high: 700 },
  no_forecast: null,
};

const line: ReviewLine = {
  review: {
    id: 'r',
    year: 2027,
    kind: 'quarter',
    number: 3,
    starts_at: null,
    held_on: '2027-10-11',
    begun_at: null,
    sales_ready: false,
    marketing_ready: false,
    revealed_at: null,
    closed_at: null,
    worksheet: '',
    created_at: '2027-01-01T09:00:00Z',
  },
  label: 'Q3 FY27',
  called: 'review of Q3 FY27',
  from: '2027-07-01',
  to: '2027-09-30',
  state: 'preparing',
  is_late: false,
  was_in_time: null,
  notes: 0,
  decisions: 0,
  actions: 3,
  done: 2,
  unsigned: [],
};

const note: ReviewNoteLine = {
  note: { id: 'n', review: 'r', rank: '80', side: 'sales', kind: 'working', text: 'The weekly call.' },
  votes: 3,
  own_votes: 2,
  place: 1,
  is_tie: false,
};

describe('a goal in words', () => {
  it('says what was asked for by now, what was reached, and how it fares', () => {
    expect(goalFinding(goal, formats)).toBe('491 of 700 asked for by 30 Sept 2027, 70%: off track');
    expect(periodFinding(goal, formats)).toBe('196 of 210 asked for in the period, 93%');
    expect(forecastInWords(goal, formats)).toBe('655 likely, between 610 and 700, for a target of 1,000');
  });
  it('never claims more than was reached: just short of on track is not rounded up to it', () => {
    const short: GoalLine = { ...goal, reached: 9_499, status: 'at_risk' };
    expect(goalFinding(short, formats)).toContain(', 94%: at risk');
  });
  it('of a rate holds the number against its target, and of days says at most', () => {
    const rate: GoalLine = { ...goal, unit: 'percent', adds_up: false, actual: 6_250, asked: 6_500 };
    expect(goalFinding({ ...rate, reached: 9_615, status: 'on_track' }, formats)).toBe(
      '62.5% by 30 Sept 2027, 65% asked for, 96%: on track',
    );
    const days: GoalLine = { ...rate, unit: 'days', direction: 'less', actual: 57, asked: 50 };
    expect(goalFinding({ ...days, reached: 8_771, status: 'at_risk' }, formats)).toBe(
      '57 days by 30 Sept 2027, at most 50 days asked for, 87%: at risk',
    );
  });
  it('writes what was worked out without cents, and what was counted with them', () => {
    const money: GoalLine = { ...goal, unit: 'money', actual: 70_209_666, asked: 158_920_834, target: null };
    expect(goalFinding({ ...money, status: null, reached: null }, formats)).toBe(
      '€702,096.66 of €1,589,208 asked for by 30 Sept 2027',
    );
    expect(forecastInWords({ ...money, forecast: { low: 1, likely: 1, high: 1 } }, formats)).toBe(
      '€0 likely',
    );
  });
  it('says why where there is no number, no target or no forecast', () => {
    const none: GoalLine = { ...goal, actual: null, because: 'Nothing was imported yet.' };
    expect(goalFinding(none, formats)).toBe('Nothing was imported yet.');
    const free: GoalLine = { ...goal, asked: null, reached: null, status: null };
    expect(goalFinding(free, formats)).toBe('491 by 30 Sept 2027');
    expect(periodFinding({ ...goal, period_actual: null }, formats)).toBeNull();
    expect(periodFinding({ ...goal, period_asked: null }, formats)).toBe('196 in the period');
    expect(forecastInWords({ ...goal, forecast: null, no_forecast: 'Too early.' }, formats)).toBe(
      'Too early.',
    );
  });
});

describe('a review in words', () => {
  it('says where it stands, and whose signature is missing', () => {
    expect(stateInWords(line)).toBe('In preparation');
    expect(stateInWords({ ...line, is_late: true })).toBe('Past its date');
    expect(stateMark({ ...line, is_late: true })).toBe('at_risk');
    expect(stateInWords({ ...line, state: 'in_session' })).toBe('In session');
    expect(stateMark({ ...line, state: 'in_session' })).toBe('on_track');
    expect(stateMark(line)).toBe('no_data');
    expect(stateInWords({ ...line, state: 'closed', unsigned: ['sales', 'marketing'] })).toBe(
      'Closed, awaiting both signatures',
    );
    expect(stateInWords({ ...line, state: 'closed', unsigned: ['marketing'] })).toBe(
      'Closed, awaiting the signature of Marketing',
    );
    expect(stateInWords({ ...line, state: 'signed' })).toBe('Signed by both sides');
    expect(stateInWords({ ...line, state: 'signed', unsigned: ['sales'] })).toBe(
      'Signed, amendment awaiting the signature of Sales',
    );
  });
  it('says of both sides alike what they owe', () => {
    const with_ = (sales_ready: boolean, marketing_ready: boolean) =>
      owedInWords({ ...line, review: { ...line.review, sales_ready, marketing_ready } });
    const swapped = (words: string) =>
      words.replace('Sales', '#').replace('Marketing', 'Sales').replace('#', 'Marketing');
    expect(with_(false, false)).toBe('Neither side has said that its notes are ready.');
    expect(with_(true, false)).toBe('Sales is ready. Marketing has not said so yet.');
    expect(swapped(with_(true, false))).toBe(with_(false, true));
  });
  it('says what is next, and what is overdue', () => {
    const none = { next: line, open_actions: [] };
    expect(listFinding(none, formats)).toBe('Next review: Q3 FY27, on 11 Oct 2027');
    expect(listFinding({ ...none, next: { ...line, is_late: true } }, formats)).toBe(
      'The review of Q3 FY27 was due on 11 Oct 2027',
    );
    expect(listFinding({ ...none, next: { ...line, state: 'in_session' } }, formats)).toBe(
      'The review of Q3 FY27 is in session',
    );
    expect(listFinding({ ...none, next: null }, formats)).toBe('Every planned review is closed');
  });
  it('says how many actions are done, how old one is, and how often it came back', () => {
    expect(doneInWords(line, written)).toBe('2 of 3 done');
    expect(doneInWords({ actions: 3, done: 3 }, written)).toBe('all 3 done');
    expect(doneInWords({ actions: 1, done: 1 }, written)).toBe('1 of 1 done');
    expect(doneInWords({ actions: 0, done: 0 }, written)).toBe('–');
    expect(ageInWords({ age_days: 34, carried_over: 2 }, written)).toBe(
      'agreed 34 days ago, carried over 2×',
    );
    expect(ageInWords({ age_days: 0, carried_over: 0 }, written)).toBe('agreed today');
  });
});

describe('what each side says, in words', () => {
  it('tells nothing of what is sealed but how much it is', () => {
    const count: SilentCount = { side: 'sales', notes: 3, marks: 1, is_ready: false, is_own: false };
    expect(sealedInWords(count, written)).toBe('3 notes and 1 mark, sealed');
    expect(sealedInWords({ ...count, notes: 0, marks: 0 }, written)).toBe('Nothing written yet');
  });
  it('offers votes as far as they go: five in all, three at most on one', () => {
    expect(voteButtons({ own_votes: 0 }, 5)).toEqual({ more: true, less: false });
    expect(voteButtons({ own_votes: 2 }, 1)).toEqual({ more: true, less: true });
    expect(voteButtons({ own_votes: 3 }, 2)).toEqual({ more: false, less: true });
    expect(voteButtons({ own_votes: 1 }, 0)).toEqual({ more: false, less: true });
  });
  it('says places and ties', () => {
    expect(votesInWords(note, written)).toBe('3 votes, first place');
    expect(votesInWords({ ...note, votes: 1, place: 2, is_tie: true }, written)).toBe(
      '1 vote, shared second place',
    );
    expect(votesInWords({ ...note, place: 11 }, written)).toBe('3 votes, place 11');
    expect(votesInWords({ ...note, votes: 0, place: null }, written)).toBe('No votes');
  });
  it('says how many votes are left, and to whom nobody is known', () => {
    const rule = 'Everybody has five votes, three at most on one note.';
    expect(votingInWords({ votes_left: 1, notes: [note] }, written)).toBe(`${rule} You have 1 vote left.`);
    expect(votingInWords({ votes_left: 0, notes: [note] }, written)).toBe(
      `${rule} You have given all of yours.`,
    );
    expect(votingInWords({ votes_left: 0, notes: [{ ...note, own_votes: 0 }] }, written)).toBe(
      `${rule} Choose who is at the keyboard to vote.`,
    );
  });
});

describe('what came of a decision', () => {
  const day = (instant: string) => instant.slice(0, 10);
  it('is a version in force, and no claim about what it says', () => {
    const change = { changes: 'plan' as const, version: 2, in_force_since: '2027-04-12T09:00:00Z' };
    expect(cameOfIt(change, day)).toBe('Version 2 of the plan has come into force since, on 2027-04-12.');
    expect(cameOfIt({ changes: 'definition', version: null, in_force_since: null }, day)).toBe(
      'No version of the definition has come into force since.',
    );
  });
});
