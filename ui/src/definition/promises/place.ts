/** Of which time the page of the promises tells, as its address says it: so that the way back leads to the same. */
import { allTime, type Period } from '../../shared';

export interface PromisesPlace {
  from?: string;
  to?: string;
  /** Of all there is; without any of the three, of the year that runs. */
  all?: true;
}

const day = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;

export function asPromisesPlace(search: Record<string, unknown>): PromisesPlace {
  const [from, to] = [day(search.from), day(search.to)];
  return { ...(from && { from }), ...(to && { to }), ...(search.all === true && { all: true }) };
}

/** Returns the period of an address; `running` where it says none. */
export function periodOf({ from, to, all }: PromisesPlace, running: Period): Period {
  if (all) return allTime;
  return from || to ? { from: from ?? null, to: to ?? null } : running;
}

/** Returns the address of a period. */
export function placeOf({ from, to }: Period): PromisesPlace {
  if (!from && !to) return { all: true };
  return { ...(from && { from }), ...(to && { to }) };
}
