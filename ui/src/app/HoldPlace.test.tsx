import { MantineProvider } from '@mantine/core';
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { announceField } from '../api';
import { HoldPlace } from './HoldPlace';
import { Leaving } from './Leaving';

vi.mock('../platform', () => ({ callCore: vi.fn(), onShell: () => () => {} }));

const withdrawals: (() => void)[] = [];
afterEach(() => {
  for (const withdraw of withdrawals.splice(0)) withdraw();
});

/** A field on the first of two places; `isWrong` says whether it can be saved. */
function typed(isWrong: boolean) {
  const at = { unsaved: true };
  const settle = () => {
    if (!isWrong) at.unsaved = false;
  };
  withdrawals.push(
    announceField({
      name: () => 'Target',
      isUnsaved: () => at.unsaved,
      isSaving: () => false,
      isWrong: () => isWrong && at.unsaved,
      save: async () => settle(),
      forget: () => {
        at.unsaved = false;
      },
    }),
  );
  return at;
}

async function places() {
  window.location.hash = '#/';
  const root = createRootRoute({
    component: () => (
      <>
        <HoldPlace />
        <Leaving />
        <Outlet />
      </>
    ),
  });
  const place = (path: string, words: string) =>
    createRoute({ getParentRoute: () => root, path, component: () => <p>{words}</p> });
  const router = createRouter({
    routeTree: root.addChildren([place('/', 'The plan'), place('/leads', 'The leads')]),
    history: createHashHistory(),
  });
  render(
    <MantineProvider env="test">
      <RouterProvider router={router as never} />
    </MantineProvider>,
  );
  await screen.findByText('The plan');
  const go = () => act(async () => void router.navigate({ to: '/leads' as never }));
  return go;
}

describe('leaving a place', () => {
  it('goes on once what is typed is saved', async () => {
    const go = await places();
    const field = typed(false);
    await go();
    expect(await screen.findByText('The leads')).toBeTruthy();
    expect(field.unsaved).toBe(false);
  });
  it('asks while something cannot be saved, and stays or goes as the person says', async () => {
    const go = await places();
    const field = typed(true);
    await go();
    fireEvent.click(await screen.findByText('Stay here'));
    await act(async () => {});
    expect(screen.getByText('The plan')).toBeTruthy();
    expect(field.unsaved).toBe(true);
    await go();
    expect(await screen.findByText('“Target” is not saved')).toBeTruthy();
    fireEvent.click(screen.getByText('Leave without it'));
    expect(await screen.findByText('The leads')).toBeTruthy();
  });
});
