/**
 * What the first screen asks: the frame's own questions and those of the rooms. `platform/begin.js` asks them before the
 * page is loaded, so they stand written down there; `firstQuestions.test.ts` holds the two together.
 */
import { rooms } from '../rooms';
import type { FirstQuestion } from '../shared/room';

const ofFrame: readonly FirstQuestion[] = [
  ['show_company', {}],
  ['people', {}],
  ['what_can_be_undone', {}],
  ['what_waits', {}],
  ['history', { limit: 6 }],
];

export const firstQuestions: readonly FirstQuestion[] = [
  ...ofFrame,
  ...rooms.flatMap((room) => room.firstQuestions ?? []),
];
