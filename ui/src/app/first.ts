/**
 * What the first screen waits for. The shell asks for it before the page is loaded (`platform/begin.js`), and the screen is
 * drawn once all of it is there: drawn piece by piece, the page would be laid out and painted anew with every answer, and
 * once more when its letters arrive.
 */
import type { QueryClient } from '@tanstack/react-query';
import { begun, noted } from '../platform';

performance.mark('script');
const letters = document.fonts.load('1rem "Inter Variable"');

/**
 * Puts what was asked into the cache of answers, and waits until it and the letters are there. What has no answer is
 * left out: the screen asks again and tells what is wrong.
 */
export async function firstAnswers(into: QueryClient): Promise<void> {
  const asking = begun();
  const [asked] = await Promise.allSettled([asking.first, letters]);
  if (asked.status === 'rejected') return;
  into.setQueryData(['shell_state'], asked.value.state);
  if (asking.isOld) return;
  for (const [question, reply] of asked.value.answers)
    into.setQueryData([...question], noted(question, reply));
}
