import { renderHook, act as settle } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { callCore } from '../platform';
import { announceField, useAct } from '.';

vi.mock('../platform', () => ({ callCore: vi.fn(), onShell: () => () => {} }));
vi.mock('@mantine/notifications', () => ({ notifications: { show: vi.fn(), hide: vi.fn() } }));

const core = vi.mocked(callCore);
const step = (entry: string) => ({ undo: { entry, summary: entry }, redo: null });

beforeEach(() => void core.mockReset());

describe('an action', () => {
  it('tells which step it was, even when another one comes at once', async () => {
    let done = 0;
    core.mockImplementation(async (name) =>
      name === 'what_can_be_undone' ? step(`step ${done}`) : void done++,
    );
    const { result } = renderHook(() => useAct('remove_goal'));
    const [first, second] = await settle(() =>
      Promise.all([result.current.attemptStep({ id: 'a' }), result.current.attemptStep({ id: 'b' })]),
    );
    expect(first?.step?.entry).toBe('step 1');
    expect(second?.step?.entry).toBe('step 2');
  });
  it('that changed nothing is no step that could be undone', async () => {
    core.mockImplementation(async (name) => (name === 'what_can_be_undone' ? step('an earlier one') : null));
    const { result } = renderHook(() => useAct('exclude_alias'));
    const done = await settle(() => result.current.attemptStep({ field: 'source', said: 'Web' }));
    expect(done.step).toBeNull();
  });
  it('about the whole is refused while a field is not saved, and says which', async () => {
    const withdraw = announceField({
      name: () => 'Target',
      isUnsaved: () => true,
      isSaving: () => false,
      isWrong: () => true,
      save: async () => {},
      forget: () => {},
    });
    const { result } = renderHook(() => useAct('propose'));
    const input = { subject_kind: 'plan', subject: 'p' } as const;
    await expect(settle(() => result.current.attempt(input))).rejects.toMatchObject({
      code: 'refused',
      message: '“Target” holds something that is not saved.',
    });
    expect(core).not.toHaveBeenCalled();
    withdraw();
    await settle(() => result.current.attempt(input));
    expect(core).toHaveBeenCalledWith('propose', input);
  });
});
