import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answers } from '../../api';
import { callCore } from '../../platform';
import { OpenWorkspaceProvider } from '../../shared/openWorkspace';
import { LibraryPage } from '../LibraryPage';
import { asLibraryPlace } from '../places';

vi.mock('../../platform', () => ({ callCore: vi.fn(), onShell: () => () => {}, shell: vi.fn() }));
// The router scrolls, and jsdom cannot.
window.scrollTo = () => {};

const line = (id: string, title: string, proposed: string[] = []) => ({
  piece: { id, title, kind: 'datasheet', link: '', language: null, tags: [], proposed, is_home_made: false },
  state: 'draft',
  is_stale: false,
  approved_by: [],
  had_approval: false,
  version: { hash: id, file_name: `${id}.pdf`, pages: 1, added_at: '2027-02-03T10:00:00Z' },
  has_picture: false,
  passage: null,
});
const beds = line('beds', 'Beds', ['title', 'kind']);
const old = line('old', 'Beds, old');
const costs = line('costs', 'Costs');
const counts = { in_use: 0, stale: 0, states: { draft: 3 }, kinds: { datasheet: 3 } };

/** What the core says; the list shows these pieces, or only some of them where words are looked for. */
const known = (name: string, input: unknown) => {
  const text = (input as { text?: string }).text;
  const pieces = text ? [costs] : [beds, old, costs];
  const { id } = input as { id?: string };
  const answersOf: Record<string, unknown> = {
    list_pieces: { pieces, total: pieces.length, in_library: 3, counts, corrected: [] },
    list_uses: { uses: [], usage: { uses: 2, deals: 1 }, moved_within_days: 30 },
    open_piece: [beds, old, costs].find(({ piece }) => piece.id === id),
    open_buying_cycle: { personas: [{ id: 'cfo', name: 'CFO' }], phases: [], insights: [] },
    people: { people: [], here: null },
    library_size: { pieces: 4_000_000, earlier_versions: 0, removed: 0 },
    space_of_backups: { backups: 0, shared_files: 0 },
    what_can_be_undone: { undo: null, redo: null },
  };
  return answersOf[name] ?? {};
};

async function library(readOnly: string | null = null) {
  const root = createRootRoute();
  const here = createRoute({
    getParentRoute: () => root,
    path: '/collateral',
    validateSearch: asLibraryPlace,
    component: LibraryPage,
  });
  const router = createRouter({
    routeTree: root.addChildren([here]),
    history: createMemoryHistory({ initialEntries: ['/collateral?shelf=draft'] }),
  });
  const workspace = { path_label: '', file_name: '', read_only: readOnly, note: null, is_sample: false };
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={answers()}>
        <OpenWorkspaceProvider value={workspace as never}>
          <RouterProvider router={router as never} />
        </OpenWorkspaceProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
  await screen.findByRole('button', { name: 'Beds' });
}

const box = (title: string) => screen.getByRole<HTMLInputElement>('checkbox', { name: `Choose ${title}` });
const bar = () => screen.queryByRole('region', { name: /chosen$/ });
const done = (name: string) =>
  vi.mocked(callCore).mock.calls.flatMap(([asked, input]) => (asked === name ? [input] : []));

describe('several pieces of the library', () => {
  beforeEach(() => {
    vi.mocked(callCore).mockReset();
    vi.mocked(callCore).mockImplementation(async (name, input) => known(name, input));
  });

  it('two are chosen and become the one that stays', async () => {
    await library();
    expect(bar()).toBeNull();
    await userEvent.click(box('Beds'));
    await userEvent.click(box('Beds, old'));
    expect(screen.getByRole('region', { name: '2 pieces chosen' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Merge…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Merge two pieces' }));
    expect((await dialog.findAllByText(/2 uses in 1 deal/)).length).toBe(2);
    const merge = dialog.getByRole<HTMLButtonElement>('button', { name: 'Merge' });
    expect(merge.disabled).toBe(true);
    await userEvent.click(dialog.getByRole('radio', { name: 'Beds' }));
    await userEvent.click(merge);
    await waitFor(() => expect(done('merge_pieces')).toEqual([{ into: 'beds', from: 'old' }]));
    await waitFor(() => expect(bar()).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('list', { name: 'Pieces' })));
  });
  it('they stay as they were, with what the core says, when they cannot be merged', async () => {
    const refusal = { code: 'refused', message: 'One side has approved “Beds”.', hint: '', field: null };
    vi.mocked(callCore).mockImplementation(async (name, input) => {
      if (name === 'merge_pieces') throw refusal;
      return known(name, input);
    });
    await library();
    await userEvent.click(box('Beds'));
    await userEvent.click(box('Costs'));
    await userEvent.click(screen.getByRole('button', { name: 'Merge…' }));
    await userEvent.click(await screen.findByRole('radio', { name: 'Costs' }));
    await userEvent.click(screen.getByRole('button', { name: 'Merge' }));
    expect(await screen.findByText(/One side has approved “Beds”/)).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Costs' }).checked).toBe(true);
  });
  it('a range is chosen with Shift, stays while the list is narrowed, and Escape lets it go', async () => {
    await library();
    await userEvent.click(box('Beds'));
    fireEvent.click(box('Costs'), { shiftKey: true });
    expect(bar()?.getAttribute('aria-label')).toBe('3 pieces chosen');
    await userEvent.type(screen.getByLabelText('Find a piece'), 'costs');
    await waitFor(() => expect(screen.queryByRole('checkbox', { name: 'Choose Beds' })).toBeNull());
    expect(bar()?.getAttribute('aria-label')).toBe('3 pieces chosen');
    box('Costs').focus();
    await userEvent.keyboard('{Escape}');
    expect(bar()).toBeNull();
  });
  it('one that is gone is let go', async () => {
    await library();
    await userEvent.click(box('Beds'));
    await userEvent.click(box('Costs'));
    vi.mocked(callCore).mockImplementation(async (name, input) => {
      if (name === 'open_piece') throw { code: 'not_found', message: 'Gone.', hint: '', field: null };
      return known(name, input);
    });
    await userEvent.type(screen.getByLabelText('Find a piece'), 'costs');
    await waitFor(() => expect(bar()?.getAttribute('aria-label')).toBe('1 piece chosen'));
  });
  it('what is filled in changes in all of them, in one step', async () => {
    await library();
    await userEvent.click(box('Beds'));
    await userEvent.click(box('Costs'));
    await userEvent.click(screen.getByRole('button', { name: 'Change…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Change 2 pieces' }));
    await userEvent.type(dialog.getByLabelText('Language'), 'de');
    await userEvent.type(dialog.getByLabelText('Add tags', { selector: 'input' }), 'ward');
    await userEvent.click(dialog.getByRole('button', { name: 'Change' }));
    const changes = { ids: ['beds', 'costs'], change: { language: 'de' }, add_tags: ['ward'] };
    await waitFor(() => expect(done('edit_pieces')).toEqual([changes]));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(bar()).toBeTruthy();
  });
  it('what their files propose is confirmed for those that have a proposal', async () => {
    await library();
    await userEvent.click(box('Costs'));
    expect(screen.queryByRole('button', { name: 'That is right' })).toBeNull();
    await userEvent.click(box('Beds'));
    expect(screen.getByText('Proposed by the file: title, type.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'That is right' }));
    await waitFor(() => expect(done('confirm_pieces')).toEqual([{ ids: ['beds'] }]));
  });
  it('nothing is chosen where the workspace can only be read', async () => {
    await library('Another program has it open.');
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(await screen.findByText('The library takes 4 MB.')).toBeTruthy();
  });
});
