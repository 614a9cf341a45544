import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answers, type Criterion, type CriterionView, type OfferedField, saveAllFields } from '../../api';
import { callCore } from '../../platform';
import { CriterionLine } from './CriterionLine';

vi.mock('../../platform', () => ({ callCore: vi.fn(async () => ({})), onShell: () => () => {} }));

const criterion: Criterion = {
  id: 'c',
  definition: 'definition',
  rank: 'a',
  question: 'customer',
  role: 'required',
  field: 'attribute:Region',
  test: 'any_of',
  words: ['North'],
  low: null,
  high: null,
  days: null,
  points: null,
  reason: null,
  why: 'We have people there.',
};
const region: OfferedField = {
  field: 'attribute:Region',
  label: 'Region',
  is_own: true,
  kind: 'words',
  filled: { part: 90, n: 100, basis_points: 9000, small: false },
  values: [{ value: 'South', leads: 40 }],
  low: null,
  high: null,
  warning: 'It tells the outcome almost alone.',
};

function shown(change: Partial<Criterion> = {}, more: Partial<CriterionView> = {}, editable = true) {
  const view: CriterionView = {
    criterion: { ...criterion, ...change },
    label: 'Region',
    sentence: 'Region is North',
    consequence: 'required',
    missing: null,
    ...more,
  };
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={answers()}>
        <CriterionLine view={view} offered={[region]} editable={editable} arriving={false} tools={null} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

const words = () => screen.getByLabelText('Words for Region', { selector: 'input' });

const changed = (change: Partial<Criterion>) =>
  waitFor(() => expect(callCore).toHaveBeenCalledWith('edit_criterion', { id: 'c', change }));

describe('a criterion', () => {
  beforeEach(() => void vi.mocked(callCore).mockClear());

  it('reads aloud as the core words it, with what follows and what it still needs', () => {
    shown({}, { missing: 'at least one word' });
    expect(screen.getByText('Region is North')).toBeTruthy();
    expect(screen.getByText(/· required/)).toBeTruthy();
    expect(screen.getByText(/needs at least one word/)).toBeTruthy();
  });
  it('takes words one after the other', async () => {
    shown();
    await userEvent.type(words(), 'West{Enter}');
    await changed({ words: ['North', 'West'] });
  });
  it('keeps a word that was half typed when the window is left', async () => {
    shown();
    await userEvent.type(words(), ' West ');
    await act(() => saveAllFields());
    await changed({ words: ['North', 'West'] });
    expect(callCore).toHaveBeenCalledTimes(1);
  });
  it('asks for a number in plain numbers', async () => {
    shown({ test: 'at_least', words: [], low: 100000.5 });
    const low = screen.getByLabelText<HTMLInputElement>('Lowest Region');
    expect(low.value).toBe('100,000.5');
    fireEvent.change(low, { target: { value: '2.5' } });
    fireEvent.blur(low);
    await changed({ low: 2.5 });
  });
  it('warns of a field that tells too much', () => {
    shown();
    expect(screen.getByText('It tells the outcome almost alone.')).toBeTruthy();
  });
  it('that was signed is text, and nothing of it can be changed', () => {
    shown({}, {}, false);
    expect(screen.getByText('We have people there.')).toBeTruthy();
    expect(screen.queryAllByRole('textbox')).toEqual([]);
  });
});
