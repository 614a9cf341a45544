/** How the time of a section stands, in words. Quiet: whole minutes, and nothing that ticks. */
import type { Status } from '..';

export interface Standing {
  status: Status;
  /** "12 min left", "3 min over". */
  words: string;
}

/** Below this part of the planned time, or below two minutes, it is time to come to an end. */
const lastPart = 0.2;

/** Returns how a section stands that took `seconds` of its planned `minutes` so far. */
export function standingOf(seconds: number, minutes: number): Standing {
  if (minutes === 0) return { status: 'no_data', words: 'no time planned' };
  const left = minutes * 60 - seconds;
  if (left <= 0) return { status: 'off_track', words: overInWords(-left) };
  const isShort = left <= Math.max(120, minutes * 60 * lastPart) && seconds > 0;
  return { status: isShort ? 'at_risk' : 'on_track', words: `${Math.ceil(left / 60)} min left` };
}

function overInWords(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? 'time is up' : `${minutes} min over`;
}

/** Returns a length of time in words: "1 h 25 min". */
export function lengthInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** Returns the time from one tick to the next; a gap is a machine that slept, not a meeting that went on. */
export function tick(from: number, to: number): number {
  const seconds = (to - from) / 1000;
  return seconds > 0 && seconds < 90 ? seconds : 0;
}
