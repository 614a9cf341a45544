import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { answers, type PastedTable } from '../../api';
import { PasteTable, type Understood } from './PasteTable';

vi.mock('../../platform', () => ({ callCore: vi.fn(), onShell: () => () => {} }));
vi.mock('@mantine/notifications', () => ({ notifications: { show: vi.fn(), hide: vi.fn() } }));

const row = (place: number, name: string, cell: string) => ({
  row: place,
  name,
  cells: [cell],
  values: [],
  is_heading: false,
  left: null,
});
const table: PastedTable = {
  notes: [],
  rows: [
    { ...row(1, 'Metric', '2026'), is_heading: true },
    { ...row(2, 'MQLs', '800'), values: [{ into: 'leads', unit: 'count', value: 800 }] },
    { ...row(3, 'Won deals', 'n/a'), left: '“n/a” is not a number' },
  ],
};

function shown(understood: Understood) {
  const take = vi.fn(async () => ({ outcome: { count: 1, notes: [] }, step: null }));
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={answers()}>
        <PasteTable
          text={'Metric\t2026\nMQLs\t800\nWon deals\tn/a'}
          setText={() => {}}
          understood={understood}
          title="Paste"
          lead="Rows."
          what="number"
          heads={['Name', 'Number']}
          field={() => ({ label: 'Leads handed over (MQL)', now: 700 })}
          take={take}
        />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return take;
}

describe('a pasted table', () => {
  it('is shown row by row before it is filled in: where each value goes, what is left and why', async () => {
    const take = shown({ data: table, error: null, isPlaceholderData: false });
    expect(screen.getByRole('status').textContent).toContain('1 number understood, 1 row left out.');
    expect(screen.queryByRole('rowheader', { name: /Metric/ })).toBeNull();
    expect(screen.getByRole('row', { name: /MQLs/ }).textContent).toMatch(/MQL.*800.*instead of 700/);
    expect(screen.getByText('Left out: “n/a” is not a number.')).toBeTruthy();
    expect(take).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Fill in 1 number' }));
    await waitFor(() => expect(take).toHaveBeenCalledOnce());
  });
  it('is not filled in while it is read anew', () => {
    shown({ data: table, error: null, isPlaceholderData: true });
    expect(screen.getByRole('button', { name: 'Fill in' }).hasAttribute('disabled')).toBe(true);
  });
});
