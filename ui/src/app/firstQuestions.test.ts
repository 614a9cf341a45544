import { expect, it } from 'vitest';
import begin from '../platform/begin.js?raw';
import { firstQuestions } from './firstQuestions';

/** A question as a line of the script. */
const line = ([name, input]: readonly [name: string, input: object]) => {
  const said = Object.entries(input).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `    ['${name}', ${said.length > 0 ? `{ ${said.join(', ')} }` : '{}'}],\n`;
};

it('is what the shell asks before the page is loaded', async () => {
  const lines = firstQuestions.map(line).join('');
  const written = begin.replace(/(?<=const questions = \[\n).*?(?= {2}\];)/s, () => lines);
  await expect(written).toMatchFileSnapshot('../platform/begin.js');
});
