/** A house with one room more: it is in every list of the frame, and nothing else is touched for it. */
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { callCore } from './platform';
import { plan } from './test/plan';

vi.mock('./rooms', async (original) => {
  const { rooms } = await original<typeof import('./rooms')>();
  const { booths } = await import('./test/booths/room');
  return { rooms: [...rooms.slice(0, -1), booths, ...rooms.slice(-1)] };
});
vi.mock('./platform', () => ({
  callCore: vi.fn(),
  shell: vi.fn(),
  onChanged: () => {},
  onShell: () => () => {},
  beforeClosing: () => () => {},
}));

const booth = { room: 'booths', kind: 'Booth', place: '', section: '', year: null };
const known: Record<string, unknown> = {
  show_company: {
    company: { name: 'Tidewell', currency: 'EUR', language: 'en-GB', week_start: 1, time_zone: 'UTC' },
    currency_digits: 2,
    this_year: 2027,
  },
  list_plans: [plan],
  open_plan: { goals: [], months: [], people: [] },
  open_definition: null,
  promises_kept: null,
  list_reviews: { years: [], next: null, open_actions: [] },
  show_year: { goals: { goals: [], version: null, notes: [] } },
  people: { people: [], here: null },
  what_can_be_undone: { undo: null, redo: null },
  what_waits: [
    { sides: ['sales'], task: 'pay', words: 'Pay for booth 12', room: 'booths', year: null, people: [] },
  ],
  history: { entries: [], more: false },
  search: [{ ...booth, id: 'b1', name: 'Corner by the door', rank: 0 }],
};

/** Shows the window at its first page, with what was asked ahead. */
async function shown() {
  vi.mocked(callCore).mockImplementation(async (name) => known[name]);
  const { answers } = await import('./api');
  const { App } = await import('./app/App');
  const { firstQuestions } = await import('./app/firstQuestions');
  const { router } = await import('./app/router');
  const client = answers();
  client.setQueryData(['shell_state'], {
    workspace: { path_label: '~', file_name: 'Plans.lockstep' },
    recent: [],
    locale: 'en-GB',
  });
  for (const [name, input] of firstQuestions) client.setQueryData([name, input], known[name]);
  await router.navigate({ to: '/' });
  await router.load();
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={client}>
        <App />
      </QueryClientProvider>
    </MantineProvider>,
  );
  await screen.findByRole('heading', { name: 'Where we stand' });
  return router;
}

const titles = () => screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);

beforeEach(() => {
  vi.resetModules();
  configure({ asyncUtilTimeout: 10_000 });
  Element.prototype.scrollTo = () => {};
  known.list_plans = [plan];
});

it('stands in the navigation and on the first page, says what waits, and leads to its page', async () => {
  const router = await shown();
  const places = within(screen.getByRole('navigation', { name: 'Places' })).getAllByRole('link');
  expect(places.map(({ textContent }) => textContent).slice(-4)).toEqual([
    'Walk-throughs',
    'Booths',
    'People and settings',
    'Guide',
  ]);
  await screen.findByRole('heading', { name: 'Joint goals' });
  expect(titles().slice(-4)).toEqual([
    'Qualified lead',
    'What waits for whom',
    'Booths of FY27',
    'Joint goals',
  ]);
  fireEvent.click(screen.getByRole('link', { name: 'Pay for booth 12' }));
  await screen.findByRole('heading', { name: 'Booths at fairs' });
  expect(router.state.location.pathname).toBe('/booths');
  const here = screen.getByRole('link', { current: 'page' });
  expect(here.textContent).toBe('Booths');
  expect(here.className).toBe(screen.getByRole('link', { name: 'Guide' }).className);
});

it('stands on the first page before the first plan, too', async () => {
  known.list_plans = [];
  await shown();
  expect(titles().slice(-2)).toEqual(['What waits for whom', 'Booths before any plan']);
});

it('has pages that take the whole window', async () => {
  const router = await shown();
  const navigation = () => screen.queryByRole('navigation', { name: 'Places' });
  act(() => router.history.push('/booths/wall'));
  await waitFor(() => expect(navigation()).toBeNull());
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Booths at fairs');
  act(() => router.history.push('/booths'));
  await waitFor(() => expect(navigation()).toBeTruthy());
});

it('has its commands among the others, and its dialogs', async () => {
  await shown();
  const { allCommands, runCommand } = await import('./shared/commands/commands');
  const ids = allCommands().map(({ id }) => id);
  expect(ids.slice(ids.indexOf('take-in-leads'), ids.indexOf('save-copy') + 1)).toEqual([
    'take-in-leads',
    'go-buyers',
    'go-in-common',
    'go-library',
    'go-collateral-review',
    'go-content-matrix',
    'go-collateral-requests',
    'go-collateral-use',
    'go-walk-throughs',
    'go-booths',
    'rent-booth',
    'go-people',
    'save-copy',
  ]);
  act(() => void runCommand('rent-booth'));
  fireEvent.click(await screen.findByRole('button', { name: 'Not now' }));
  expect(screen.queryByRole('dialog', { name: 'Rent a booth' })).toBeNull();
});

it('is found in the palette, where its commands have their place, and opens', async () => {
  const router = await shown();
  const { runCommand } = await import('./shared/commands/commands');
  act(() => void runCommand('palette'));
  const field = await screen.findByLabelText('Search or do', { selector: 'input' });
  const names = /^(Booths|Take in leads…|Rent a booth…|Save a copy…)$/;
  expect(
    screen
      .getAllByText(names)
      .slice(-4)
      .map(({ textContent }) => textContent),
  ).toEqual(['Booths', 'Take in leads…', 'Rent a booth…', 'Save a copy…']);
  fireEvent.change(field, { target: { value: 'corner' } });
  fireEvent.click(await screen.findByText('Corner by the door'));
  await screen.findByRole('heading', { name: 'Booths at fairs' });
  expect(router.state.location).toMatchObject({ pathname: '/booths', hash: 'b1' });
});

it('has its questions asked ahead, and its fields called by their names', async () => {
  const { firstQuestions } = await import('./app/firstQuestions');
  const { namesOfFields } = await import('./history/words');
  expect(firstQuestions).toContainEqual(['search', { text: 'booth' }]);
  expect(await namesOfFields).toMatchObject({ booth: { rent: 'What it costs' } });
});
