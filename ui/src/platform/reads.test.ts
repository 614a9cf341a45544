import { beforeEach, describe, expect, it, vi } from 'vitest';
import { forget, mayBeOld, noted } from './reads';

const goals = ['open_plan', { year: 2027 }];
const leads = ['list_leads', {}];
const backups = ['list_backups', {}];

describe('an answer', () => {
  beforeEach(() => {
    noted(goals, { answer: 'goals', reads: ['plan', 'goal'] });
    noted(leads, { answer: 'leads', reads: ['lead'] });
    noted(backups, { answer: 'backups', reads: null });
  });

  it('may be old once a table changed on which it rests, and holds until then', () => {
    const isOld = mayBeOld(['goal', 'journal']);
    expect([goals, leads, backups].map(isOld)).toEqual([true, false, true]);
  });

  it('may be old when nobody knows what changed, or on what it rests', () => {
    expect([goals, leads, ['shell_state']].map(mayBeOld(null))).toEqual([true, true, true]);
    forget(leads);
    expect(mayBeOld([])(leads)).toBe(true);
  });

  it('of the shell rests on no table', () => {
    expect(mayBeOld(['goal'])(['shell_state'])).toBe(false);
  });

  it('may be old on another day, whatever changed', () => {
    vi.useFakeTimers({ now: new Date('2031-05-05T10:00:00') });
    expect(mayBeOld([])(leads)).toBe(true);
    expect(mayBeOld([])(leads)).toBe(false);
    vi.useRealTimers();
  });
});
