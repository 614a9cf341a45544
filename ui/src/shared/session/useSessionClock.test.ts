import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useSessionClock } from './useSessionClock';

const stops = ['one', 'two', 'closing'];
const open = () => renderHook(() => useSessionClock('plan', stops));
const wait = (seconds: number) => act(() => vi.advanceTimersByTime(seconds * 1000));

describe('the clock of the session', () => {
  beforeEach(() => {
    localStorage.clear();
    vi.useFakeTimers();
  });
  afterEach(() => vi.useRealTimers());

  it('counts for the section on screen', () => {
    const { result } = open();
    wait(60);
    act(() => result.current.goTo('two'));
    wait(30);
    expect(result.current.takenBy('one')).toBeCloseTo(60);
    expect(result.current.takenBy('two')).toBeCloseTo(30);
  });
  it('keeps where it stands at once, for whoever is broken off', () => {
    const { result } = open();
    act(() => result.current.goTo('two'));
    // The program dies: nothing is told to end.
    expect(open().result.current.at).toBe('two');
  });
  it('stands still while it is paused', () => {
    const { result } = open();
    wait(10);
    act(() => result.current.pause());
    wait(600);
    expect(result.current.takenBy('one')).toBeCloseTo(10);
    act(() => result.current.goOn());
    wait(5);
    expect(result.current.takenBy('one')).toBeCloseTo(15);
  });
  it('goes on where a broken-off session stopped', () => {
    const first = open();
    act(() => first.result.current.goTo('two'));
    wait(90);
    first.unmount();
    const { result } = open();
    expect(result.current.at).toBe('two');
    expect(result.current.takenBy('two')).toBeCloseTo(90);
  });
  it('starts at the first section where the kept one is gone', () => {
    localStorage.setItem('lockstep.session.plan', JSON.stringify({ at: 'removed', taken: {} }));
    expect(open().result.current.at).toBe('one');
  });
  it('starts anew where what was kept cannot be read', () => {
    localStorage.setItem('lockstep.session.plan', '{broken');
    expect(open().result.current.at).toBe('one');
  });
});
