import { MantineProvider } from '@mantine/core';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { callCore, onShell, shell } from '../platform';

vi.mock('../platform', () => ({
  callCore: vi.fn(),
  shell: vi.fn(),
  onShell: vi.fn(() => () => {}),
  beforeClosing: () => () => {},
}));

const company = {
  id: 'c',
  name: 'Tidewell Medical',
  fiscal_start: 1,
  currency: 'EUR',
  language: 'en-GB',
  week_start: 1,
  one_person_does_both: false,
};
const plan = {
  id: 'p',
  year: 2027,
  label: 'FY27',
  first_day: '2027-01-01',
  last_day: '2027-12-31',
  is_this_year: true,
  in_force: null,
  proposed: null,
  missing: [],
};
const known: Record<string, unknown> = {
  show_company: { company, languages: [], currencies: [], this_year: 2027, currency_digits: 2 },
  list_plans: [plan],
  open_definition: null,
  promises_kept: null,
  people: { people: [], here: null },
  what_can_be_undone: { undo: null, redo: null },
  what_waits: [],
  history: { entries: [], more: false },
  open_plan: { goals: [], months: [], people: [] },
};
const workspace = {
  path_label: '~',
  file_name: 'Plans.lockstep',
  read_only: null,
  note: null,
  is_sample: false,
};

/** Begins the page anew, and returns what it has once the first screen may be drawn. */
async function begun(state: object): Promise<QueryClient> {
  vi.mocked(shell).mockResolvedValue({ recent: [], locale: 'en-GB', open_failed: null, ...state } as never);
  vi.mocked(callCore).mockImplementation(async (name) => known[name]);
  const { firstAnswers } = await import('./first');
  const { answers } = await import('../api');
  const client = answers();
  await firstAnswers(client);
  return client;
}

const asked = () => vi.mocked(callCore).mock.calls.map(([name]) => name);

describe('the first screen', () => {
  beforeEach(() => {
    vi.resetModules();
    vi.clearAllMocks();
    Element.prototype.scrollTo = () => {};
    Object.defineProperty(document, 'fonts', { configurable: true, value: { load: async () => [] } });
  });

  it('is drawn whole from what was asked ahead, and asks none of it again', async () => {
    const client = await begun({ workspace });
    const before = asked();
    const { App } = await import('./App');
    const { router } = await import('./router');
    await router.load();
    render(
      <MantineProvider env="test">
        <QueryClientProvider client={client}>
          <App />
        </QueryClientProvider>
      </MantineProvider>,
    );
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Where we stand');
    expect(screen.getByRole('heading', { name: 'What waits for whom' })).toBeTruthy();
    expect(await screen.findByText('No joint goal yet')).toBeTruthy();
    expect(asked().slice(before.length)).toEqual(['open_plan', 'promises_kept']);
  });

  it('asks nothing of a workspace while none is open', async () => {
    const client = await begun({ workspace: null });
    expect(asked()).toEqual([]);
    expect(client.getQueryData(['shell_state'])).toMatchObject({ workspace: null });
  });

  it('asks anew when something was committed meanwhile', async () => {
    vi.mocked(onShell).mockImplementation((_, tell) => {
      tell(undefined as never);
      return () => {};
    });
    const client = await begun({ workspace });
    expect(client.getQueryData(['shell_state'])).toMatchObject({ workspace });
    expect(client.getQueryData(['list_plans', {}])).toBeUndefined();
  });

  it('does not wait for what has no answer: the screen itself asks again and tells', async () => {
    vi.mocked(shell).mockRejectedValue({ code: 'internal', message: 'no', hint: null, field: null });
    const { firstAnswers } = await import('./first');
    const { answers } = await import('../api');
    const client = answers();
    await firstAnswers(client);
    expect(client.getQueryData(['shell_state'])).toBeUndefined();
  });
});
