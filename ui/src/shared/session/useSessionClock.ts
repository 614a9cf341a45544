/**
 * Where the session is and how long each section took. Kept beside the window, by what the session is about: one that was
 * broken off goes on where it stopped, after a restart, too.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { tick } from './timing';

interface Kept {
  /** The stop the session stands at. */
  at: string | null;
  /** Seconds taken, by stop. */
  taken: Record<string, number>;
}

const keyOf = (subject: string) => `lockstep.session.${subject}`;

function read(subject: string): Kept {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(subject)) ?? 'null');
    if (typeof kept === 'object' && kept !== null && 'at' in kept && 'taken' in kept) return kept as Kept;
  } catch {
    // What cannot be read is no clock; the session starts a new one.
  }
  return { at: null, taken: {} };
}

/** Returns the seconds that each stop of a session took, as they were kept last. */
export function keptTimes(subject: string): Readonly<Record<string, number>> {
  return read(subject).taken;
}

export interface SessionClock {
  at: string;
  goTo: (stop: string) => void;
  /** Seconds taken by a stop so far. */
  takenBy: (stop: string) => number;
  isRunning: boolean;
  pause: () => void;
  goOn: () => void;
  startAgain: () => void;
}

export function useSessionClock(subject: string, stops: readonly string[]): SessionClock {
  const [kept, setKept] = useState(() => read(subject));
  const [isRunning, setRunning] = useState(true);
  const first = stops[0] ?? '';
  const at = kept.at !== null && stops.includes(kept.at) ? kept.at : first;

  const latest = useRef(kept);
  latest.current = kept;
  useEffect(() => {
    const keep = () => localStorage.setItem(keyOf(subject), JSON.stringify(latest.current));
    const timer = window.setInterval(keep, 5000);
    window.addEventListener('pagehide', keep);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener('pagehide', keep);
      keep();
    };
  }, [subject]);

  // Where it stands is kept at once: whoever breaks off goes on there, and not a section before.
  useEffect(() => {
    if (kept.at !== null)
      localStorage.setItem(keyOf(subject), JSON.stringify({ ...latest.current, at: kept.at }));
  }, [subject, kept.at]);

  useEffect(() => {
    if (!isRunning) return;
    let last = Date.now();
    const timer = window.setInterval(() => {
      const now = Date.now();
      const seconds = tick(last, now);
      last = now;
      setKept(({ taken, ...rest }) => ({ ...rest, taken: { ...taken, [at]: (taken[at] ?? 0) + seconds } }));
    }, 1000);
    return () => window.clearInterval(timer);
  }, [isRunning, at]);

  return {
    at,
    goTo: useCallback((stop: string) => setKept((now) => ({ ...now, at: stop })), []),
    takenBy: (stop) => kept.taken[stop] ?? 0,
    isRunning,
    pause: useCallback(() => setRunning(false), []),
    goOn: useCallback(() => setRunning(true), []),
    startAgain: useCallback(() => setKept((now) => ({ ...now, taken: {} })), []),
  };
}
