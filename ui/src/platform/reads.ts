/**
 * How long answers hold. Each comes with the tables on which it rests, and each change says which tables it changed; an answer
 * may be old where the two meet.
 */
import type { Reply, ShellEvents } from '../api/generated/shell';

/** The tables that changed; null when another workspace is open, or when something else than tables is different. */
export type Changed = ShellEvents['changed'];

/** The tables on which answers rest, by the question; an answer of which nobody knows has no entry. */
const restsOn = new Map<string, readonly string[]>();

/** A question as answers are kept by it: its name, and what is asked of the core; the shell's have a name alone. */
export type Question = readonly unknown[];

const keyOf = (question: Question) => JSON.stringify(question);

/** Notes on which tables an answer rests, where that is known, and returns the answer. What an action did rests on none. */
export function noted(question: Question, { answer, reads }: Reply): unknown {
  if (reads === null) forget(question);
  else restsOn.set(keyOf(question), reads);
  return answer;
}

/** Forgets a question whose answer is dropped. */
export function forget(question: Question) {
  restsOn.delete(keyOf(question));
}

/** The day on which something changed last: what says "today" is old on the next. */
let day = new Date().toDateString();

/** Returns what tells whether the answer to a question may be old, after these tables changed. */
export function mayBeOld(changed: Changed): (question: Question) => boolean {
  const today = new Date().toDateString();
  const isAnotherDay = today !== day;
  day = today;
  if (changed === null || isAnotherDay) return () => true;
  const tables = new Set(changed);
  // What the shell says of itself rests on no table. Of an answer that is not there yet nobody knows on what it rests.
  return (question) =>
    question.length > 1 && (restsOn.get(keyOf(question))?.some((table) => tables.has(table)) ?? true);
}
