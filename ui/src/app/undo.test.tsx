import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { callCore } from '../platform';
import { useUndo } from './undo';

vi.mock('../platform', () => ({ callCore: vi.fn(), onShell: () => () => {} }));
const { show } = vi.hoisted(() => ({ show: vi.fn() }));
vi.mock('@mantine/notifications', () => ({ notifications: { show, hide: vi.fn() } }));

const core = vi.mocked(callCore);
const state = (entry: string | null) => ({
  undo: entry && { entry, summary: `What ${entry} did` },
  redo: null,
});

/** A core whose steps are a stack; the page knows it as it was at first. */
async function shown(steps: string[]) {
  core.mockImplementation(async (name, input) => {
    if (name === 'what_can_be_undone') return state(steps.at(-1) ?? null);
    const { entry } = input as { entry: string };
    if (entry !== steps.at(-1))
      throw { code: 'conflict', message: 'Something else', hint: null, field: null };
    steps.pop();
    return state(steps.at(-1) ?? null);
  });
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const { result } = renderHook(() => useUndo(), { wrapper });
  await waitFor(() => expect(result.current.canUndo).not.toBeNull());
  return result;
}

beforeEach(() => {
  core.mockReset();
  show.mockReset();
});

describe('undo', () => {
  it('names to the core the step that was shown', async () => {
    const undo = await shown(['a', 'b']);
    await act(() => undo.current.undoStep());
    expect(core).toHaveBeenCalledWith('undo', { entry: 'b' });
  });
  it('pressed twice takes two steps back, each by its own name', async () => {
    const undo = await shown(['a', 'b']);
    await act(() => Promise.all([undo.current.undoStep(), undo.current.undoStep()]));
    expect(core.mock.calls.filter(([name]) => name === 'undo').map(([, input]) => input)).toEqual([
      { entry: 'b' },
      { entry: 'a' },
    ]);
  });
  it('takes nothing back when something else was done meanwhile, and says so', async () => {
    const steps = ['a', 'b'];
    const undo = await shown(steps);
    steps.push('c');
    await act(() => undo.current.undoStep());
    expect(steps).toEqual(['a', 'b', 'c']);
    expect(show).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ title: 'Something else' }));
  });
});
