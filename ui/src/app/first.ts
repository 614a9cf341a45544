/**
 * What the first screen waits for. It is begun before anything else of the page runs, which is why `main.tsx` names it
 * first, and drawn once all of it is there: drawn piece by piece, the page would be laid out and painted anew with every
 * answer, and once more when its letters arrive.
 */
import type { QueryClient } from '@tanstack/react-query';
import type { Input, QueryName } from '../api';
import { callCore, onShell, type ShellState, shell } from '../platform';

type Question = { [K in QueryName]: readonly [name: K, input: Input<K>] }[QueryName];

/** What the frame and the first page ask, word for word. */
const questions: readonly Question[] = [
  ['show_company', {}],
  ['list_plans', {}],
  ['open_definition', {}],
  ['people', {}],
  ['what_can_be_undone', {}],
  ['what_waits', {}],
  ['history', { limit: 6 }],
];

interface First {
  state: ShellState;
  answers: readonly (readonly [Question, unknown])[];
}

/** Whether what was answered may be old before it is shown. */
let isOld = false;
onShell('changed', () => {
  isOld = true;
});

const letters = document.fonts.load('1rem "Inter Variable"');
const first = ask();

async function ask(): Promise<First> {
  const state = await shell('shell_state', {});
  if (!state.workspace) return { state, answers: [] };
  const asked = questions.map(async (question) => {
    const [name, input] = question;
    return [question, await callCore(name, input)] as const;
  });
  return { state, answers: await Promise.all(asked) };
}

/**
 * Puts what was asked into the cache of answers, and waits until it and the letters are there. What has no answer is
 * left out: the screen asks again and tells what is wrong.
 */
export async function firstAnswers(into: QueryClient): Promise<void> {
  const [asked] = await Promise.allSettled([first, letters]);
  if (asked.status === 'rejected') return;
  into.setQueryData(['shell_state'], asked.value.state);
  if (isOld) return;
  for (const [question, answer] of asked.value.answers) into.setQueryData([...question], answer);
}
