import { MantineProvider } from '@mantine/core';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Palette } from './Palette';
import type { Found } from './search';

vi.mock('../platform', () => ({ callCore: vi.fn(), onShell: () => () => {} }));
const core = vi.hoisted(() => ({ found: { groups: [], isLooking: false } as Found }));
vi.mock('./search', () => ({ useFound: () => core.found }));

const go = vi.fn();
const hit = (name: string) => ({ key: name, name, where: '', go: () => go(name) });
const found = (...names: string[]): Found => ({
  groups: [{ label: 'Among the leads', hits: names.map(hit) }],
  isLooking: false,
});
const palette = () => (
  <MantineProvider>
    <Palette opened onClose={() => {}} />
  </MantineProvider>
);

beforeEach(() => {
  vi.useFakeTimers();
  go.mockReset();
  core.found = { groups: [], isLooking: true };
});
afterEach(() => void vi.useRealTimers());

/** Opens the palette and types; what the core finds comes afterwards. */
async function typed(text: string) {
  const shown = render(palette());
  await act(async () => vi.advanceTimersByTime(50));
  const field = screen.getByLabelText('Search or do', { selector: 'input' });
  await act(async () => void fireEvent.change(field, { target: { value: text } }));
  const answer = async (answer: Found) => {
    core.found = answer;
    await act(async () => vi.advanceTimersByTime(200));
    await act(async () => shown.rerender(palette()));
  };
  const press = (key: string) => act(async () => void fireEvent.keyDown(field, { key, code: key }));
  return { answer, press };
}

it('opens the first of what was found with Enter', async () => {
  const { answer, press } = await typed('koehler');
  await answer(found('Köhler', 'Köhler & Sons'));
  await press('Enter');
  expect(go).toHaveBeenCalledExactlyOnceWith('Köhler');
});

it('opens what the arrows chose', async () => {
  const { answer, press } = await typed('koehler');
  await answer(found('Köhler', 'Köhler & Sons'));
  await press('ArrowDown');
  await press('Enter');
  expect(go).toHaveBeenCalledExactlyOnceWith('Köhler & Sons');
});

it('waits with an early Enter for what is found', async () => {
  const { answer, press } = await typed('koehler');
  await press('Enter');
  expect(go).not.toHaveBeenCalled();
  await answer(found('Köhler'));
  expect(go).toHaveBeenCalledExactlyOnceWith('Köhler');
});
