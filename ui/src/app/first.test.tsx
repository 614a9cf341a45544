import { MantineProvider } from '@mantine/core';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Begun, callCore } from '../platform';
import { plan } from '../test/plan';

vi.mock('../platform', () => ({
  callCore: vi.fn(),
  shell: vi.fn(),
  begun: () => window.lockstepBegun,
  noted: (_: unknown, reply: { answer: unknown }) => reply.answer,
  onChanged: () => {},
  onShell: () => () => {},
  beforeClosing: () => () => {},
}));

const company = {
  id: 'c',
  name: 'Tidewell Medical',
  fiscal_start: 1,
  currency: 'EUR',
  language: 'en-GB',
  week_start: 1,
  time_zone: 'UTC',
  one_person_does_both: false,
};
const known: Record<string, unknown> = {
  show_company: {
    company,
    languages: [],
    currencies: [],
    time_zones: [],
    this_year: 2027,
    currency_digits: 2,
  },
  list_plans: [plan],
  open_definition: null,
  promises_kept: null,
  list_reviews: { years: [], next: null, open_actions: [] },
  show_year: {
    label: 'FY27',
    goals: { goals: [], version: null, notes: [] },
    alignment: {
      plan: null,
      definition: null,
      reviews_in_time: 0,
      reviews_due: 0,
      promises: [],
      pulse: null,
    },
    left_lying: { leads: null, stale_pieces: null, from: '2027-01-01', to: '2027-12-31' },
  },
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

/** The script that the shell runs. */
const scripts = import.meta.glob('../platform/begin.js');
/** What the shell is asked, and what it tells. */
const invoke = vi.fn();
const listeners: ((event: { payload: string[] }) => void)[] = [];

/** Has the shell begin a page, with this state of its own. */
async function begin(state: Promise<object>): Promise<Begun> {
  invoke.mockImplementation(async (name: string, input: { name: string }) => {
    if (name === 'shell_state') return { recent: [], locale: 'en-GB', open_failed: null, ...(await state) };
    return name === 'call' ? { answer: known[input.name], reads: [] } : undefined;
  });
  const transformCallback = (tell: (typeof listeners)[number]) => listeners.push(tell);
  Object.assign(window, { __TAURI_INTERNALS__: { invoke, transformCallback } });
  for (const run of Object.values(scripts)) await run();
  return window.lockstepBegun;
}

/** Returns what the page has once the first screen may be drawn. */
async function firstOf(): Promise<QueryClient> {
  const { firstAnswers } = await import('./first');
  const { answers } = await import('../api');
  const client = answers();
  await firstAnswers(client);
  return client;
}

const askedAhead = () => invoke.mock.calls.filter(([name]) => name === 'call');
const asked = () => vi.mocked(callCore).mock.calls.map(([name]) => name);

describe('the first screen', () => {
  beforeEach(() => {
    vi.resetModules();
    vi.clearAllMocks();
    listeners.length = 0;
    vi.mocked(callCore).mockImplementation(async (name) => known[name]);
    Element.prototype.scrollTo = () => {};
    Object.defineProperty(document, 'fonts', { configurable: true, value: { load: async () => [] } });
  });

  it('is drawn whole from what was asked ahead, and asks none of it again', async () => {
    await begin(Promise.resolve({ workspace }));
    const client = await firstOf();
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
    expect(askedAhead()).toHaveLength(7);
    await waitFor(() => expect(asked()).toEqual(['open_plan', 'show_year', 'list_reviews', 'promises_kept']));
  });

  it('asks nothing of a workspace while none is open', async () => {
    await begin(Promise.resolve({ workspace: null }));
    const client = await firstOf();
    expect(askedAhead()).toEqual([]);
    expect(client.getQueryData(['shell_state'])).toMatchObject({ workspace: null });
  });

  it('asks anew when something was committed meanwhile', async () => {
    const begun = await begin(Promise.resolve({ workspace }));
    expect(listeners).toHaveLength(1);
    for (const tell of listeners) tell({ payload: ['plan'] });
    const client = await firstOf();
    expect(client.getQueryData(['shell_state'])).toMatchObject({ workspace });
    expect(client.getQueryData(['list_plans', {}])).toBeUndefined();
    const changed = vi.fn();
    begun.whenChanged = changed;
    for (const tell of listeners) tell({ payload: ['plan'] });
    expect(changed).toHaveBeenCalledExactlyOnceWith(['plan']);
  });

  it('does not wait for what has no answer: the screen itself asks again and tells', async () => {
    await begin(Promise.reject({ code: 'internal', message: 'no', hint: null, field: null }));
    const client = await firstOf();
    expect(client.getQueryData(['shell_state'])).toBeUndefined();
  });
});
