import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { answers } from '../../api';
import { callCore } from '../../platform';
import { OpenWorkspaceProvider } from '../../shared/openWorkspace';
import { asMatrixPlace } from '../places';
import { MatrixPage } from './MatrixPage';

vi.mock('../../platform', () => ({ callCore: vi.fn(), onShell: () => () => {} }));
// The router scrolls, and jsdom cannot.
window.scrollTo = () => {};

const usage = { uses: 0, deals: 0, ease: null };
const cell = {
  persona: 'finance',
  phase: 'deciding',
  coverage: 'gap',
  is_required: true,
  is_decided: false,
  not_needed_because: '',
  needs: [
    {
      id: 'cost',
      text: 'What does it cost?',
      answered_by: [],
      answered_by_in_all: 0,
      waiting: ['p'],
      waiting_in_all: 1,
      not_needed_because: '',
    },
    {
      id: 'who',
      text: 'Who else has it?',
      answered_by: [],
      answered_by_in_all: 0,
      waiting: [],
      waiting_in_all: 0,
      not_needed_because: 'By phone.',
    },
  ],
  wanted: 1,
  answered: 0,
  triggers: ['The budget is due'],
  stoppers: [],
  pieces: [],
  pieces_in_all: 0,
  usage,
  open: { leads: 4, opportunities: 2, value: 1_200_000, without_value: 1 },
  requested: 0,
};
const { persona, phase, needs, open, requested } = cell;
const matrix = {
  personas: [{ id: 'finance', name: 'Finance' }],
  phases: [{ id: 'deciding', name: 'Deciding' }],
  cells: [cell],
  gaps: [{ persona, phase, needs: needs.slice(0, 1), open, requested }],
  required: 1,
  covered: 0,
  placeless: 2,
  proposed: 1,
  has_leads: true,
  outside: {
    open: { leads: 1, opportunities: 0, value: 0, without_value: 0 },
    titles: [{ word: 'Florist', count: 1 }],
    stages: [{ word: '', count: 1 }],
    without_lead: 0,
  },
};
const draft = {
  piece: { id: 'p', title: 'Prices', needs: ['cost', 'other'] },
  state: 'draft',
  is_stale: false,
  approved_by: [],
};

async function page(shown: object | null) {
  vi.mocked(callCore).mockImplementation(async (name) =>
    name === 'open_content_matrix' ? shown : name === 'open_piece' ? draft : {},
  );
  const root = createRootRoute();
  const at = (path: string) => createRoute({ getParentRoute: () => root, path, component: () => null });
  const here = createRoute({
    getParentRoute: () => root,
    path: '/collateral/matrix',
    validateSearch: asMatrixPlace,
    component: MatrixPage,
  });
  const router = createRouter({
    routeTree: root.addChildren([here, at('/buyers'), at('/collateral'), at('/leads/import')]),
    history: createMemoryHistory({ initialEntries: ['/collateral/matrix'] }),
  });
  const workspace = { path_label: '', file_name: '', read_only: null, note: null, is_sample: false };
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={answers()}>
        <OpenWorkspaceProvider value={workspace}>
          <RouterProvider router={router as never} />
        </OpenWorkspaceProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
  await screen.findByRole('heading', { level: 1 });
  return router;
}

const drawer = () => screen.findByRole('dialog', { name: 'Finance in Deciding' });
const gridCell = () => screen.getByRole('button', { name: /^Finance in Deciding: gap/ });

describe('the content matrix', () => {
  it('leads to the buyers while no buying cycle has begun', async () => {
    await page(null);
    expect(screen.getByText('No buying cycle yet')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Go to personas and phases' }).getAttribute('href')).toBe(
      '/buyers',
    );
  });
  it('says what comes next while no need is known', async () => {
    await page({ ...matrix, required: 0, gaps: [] });
    expect(screen.getByRole('link', { name: 'Add information needs' })).toBeTruthy();
  });
  it('opens a cell from the grid and from its gap, under an address of its own', async () => {
    const router = await page(matrix);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('1 required cell, not covered yet');
    await userEvent.click(screen.getByRole('button', { name: 'Finance in Deciding' }));
    expect(router.state.location.search).toEqual({ persona: 'finance', phase: 'deciding' });
    const cell = within(await drawer());
    expect(cell.getByText('Gap: 0 of 1 need answered')).toBeTruthy();
    expect(await cell.findByRole('link', { name: 'Prices' })).toBeTruthy();
    expect(cell.getByText('Draft')).toBeTruthy();
    expect(cell.getByText('4 open leads worth at least €12,000')).toBeTruthy();
    expect(cell.getByText('1 of 2 opportunities has no value.')).toBeTruthy();
    expect(cell.getByText(/Not needed, because: By phone\./)).toBeTruthy();
  });
  it('closes by Escape what is on top, and gives the keyboard back to the cell', async () => {
    await page(matrix);
    gridCell().focus();
    await userEvent.keyboard('{Enter}');
    const cell = within(await drawer());
    await userEvent.click(cell.getByRole('button', { name: /^Not needed, because… What does it cost/ }));
    await userEvent.type(await screen.findByLabelText('Why does this need no piece?'), 'x');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.getAllByRole('dialog')).toHaveLength(1));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(gridCell()));
  });
  it('takes a piece off a need, and leaves it its other needs', async () => {
    await page(matrix);
    await userEvent.click(gridCell());
    const cell = within(await drawer());
    await userEvent.click(await cell.findByRole('button', { name: 'Unlink Prices' }));
    const change = { needs: ['other'] };
    await waitFor(() => expect(callCore).toHaveBeenCalledWith('edit_piece', { id: 'p', change }));
  });
  it('names some pieces of a cell that has many, says how many there are, and shows all when asked', async () => {
    const here = (id: string) => ({ id, title: id, kind: 'deck', approved_on: null, review_by: null, usage });
    const many = { ...cell, pieces: [here('Prices')], pieces_in_all: 2 };
    await page({ ...matrix, cells: [many] });
    const asked = vi.mocked(callCore).getMockImplementation();
    vi.mocked(callCore).mockImplementation(async (name, input) =>
      name === 'open_matrix_cell'
        ? { ...many, pieces: [here('Prices'), here('Savings')] }
        : asked?.(name, input),
    );
    await userEvent.click(gridCell());
    const pieces = within(await screen.findByRole('region', { name: 'Approved pieces here' }));
    expect(pieces.getByText(/^1 of 2 are shown\./)).toBeTruthy();
    expect(pieces.queryByText('Savings')).toBeNull();
    expect(callCore).not.toHaveBeenCalledWith('open_matrix_cell', expect.anything());
    await userEvent.click(pieces.getByRole('button', { name: /^Show all/ }));
    expect(await pieces.findByText('Savings')).toBeTruthy();
    expect(pieces.queryByText(/are shown/)).toBeNull();
    expect(callCore).toHaveBeenCalledWith('open_matrix_cell', { persona: 'finance', phase: 'deciding' });
  });
  it('tells what sits in no cell', async () => {
    await page(matrix);
    const outside = within(screen.getByRole('region', { name: 'Outside the matrix' }));
    expect(outside.getByText('Florist')).toBeTruthy();
    expect(outside.getByText('No stage')).toBeTruthy();
    expect(outside.getByText(/^2 approved pieces have no persona or no phase/)).toBeTruthy();
  });
  it('says that leads are missing where there are none', async () => {
    await page({ ...matrix, has_leads: false });
    const gaps = within(screen.getByRole('region', { name: 'Gaps, by what is at stake' }));
    expect(gaps.getByRole('link', { name: 'Import leads' })).toBeTruthy();
    expect(gaps.queryByText('Open value')).toBeNull();
  });
});
