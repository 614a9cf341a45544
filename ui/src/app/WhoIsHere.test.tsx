import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';

vi.mock('../platform', () => ({ callCore: vi.fn(), onShell: () => () => {} }));
vi.mock('@tanstack/react-router', async (original) => ({
  ...(await original<object>()),
  Link: (props: object) => <a {...props} />,
}));

const people = [
  { id: 'a', name: 'Ada', role: 'Head of Sales', side: 'sales', has_left: false },
  { id: 'm', name: 'Mika', role: '', side: 'marketing', has_left: false },
  { id: 'x', name: 'Xenia', role: '', side: 'marketing', has_left: true },
];

beforeEach(() => vi.resetModules());

async function topOfTheWindow() {
  const { answers } = await import('../api');
  const { WhoIsHere } = await import('./WhoIsHere');
  const client = answers();
  client.setQueryData(['people', {}], { people, here: 'a' });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={client}>
        <WhoIsHere />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return screen.getByRole('button', { name: 'At the keyboard: Ada, Sales' });
}

it('opens what was called for before it was loaded', async () => {
  const button = await topOfTheWindow();
  button.focus();
  fireEvent.click(button);
  const items = await screen.findAllByRole('menuitem');
  expect(items.map((item) => item.textContent)).toEqual(['AdaHead of Sales', 'Mika', 'Add or change people']);
});

it('keeps the keyboard where it is when the menu is loaded beneath it', async () => {
  const button = await topOfTheWindow();
  button.focus();
  const { useTheRest } = await import('../shared/later');
  const Screen = () => {
    useTheRest();
    return null;
  };
  render(<Screen />);
  await vi.waitFor(() => expect(button.isConnected).toBe(false));
  await act(async () => {});
  expect(document.activeElement?.getAttribute('aria-label')).toBe('At the keyboard: Ada, Sales');
});
