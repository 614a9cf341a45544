/** The plan's pages, loaded when somebody goes there. */
import type { ComponentType } from 'react';
import { NotHere } from './NotHere';

type PlanRoom = Record<'PlanPage' | 'SessionPage' | 'ComparePage', ComponentType>;

const rooms = import.meta.glob<PlanRoom>('../plan/index.ts');

export async function planRoom(): Promise<PlanRoom> {
  const load = rooms['../plan/index.ts'];
  return load ? load() : { PlanPage: NotHere, SessionPage: NotHere, ComparePage: NotHere };
}
