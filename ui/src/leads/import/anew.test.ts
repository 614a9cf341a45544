import { beforeEach, expect, it, vi } from 'vitest';
import { shell } from '../../platform';
import { removeImported } from './anew';

vi.mock('../../platform', () => ({ callCore: vi.fn(), shell: vi.fn(), onShell: () => () => {} }));

const asked = vi.mocked(shell);
const answer = async (files: { token: string; report: object | null }[]) => {
  asked.mockImplementation((async (name: string) => (name === 'staged_files' ? files : undefined)) as never);
  await removeImported();
  return asked.mock.calls.flatMap(([name, input]) =>
    name === 'remove_staged_file' ? [(input as { token: string }).token] : [],
  );
};
beforeEach(() => void asked.mockReset());

it('puts away what is in, so that a new import begins', async () => {
  expect(
    await answer([
      { token: 'a', report: {} },
      { token: 'b', report: {} },
    ]),
  ).toEqual(['a', 'b']);
});

it('leaves alone an import that is not done', async () => {
  expect(
    await answer([
      { token: 'a', report: {} },
      { token: 'b', report: null },
    ]),
  ).toEqual([]);
});
