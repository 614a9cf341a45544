import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answers, type DealChoice, type PieceUse } from '../../../api';
import { callCore } from '../../../platform';
import { noUsage } from '../../../test/usage';
import { UsesSection } from './UsesSection';

vi.mock('../../../platform', () => ({ callCore: vi.fn(), onShell: () => () => {} }));

const use = {
  id: 'u1',
  piece: 'p1',
  used_on: '2027-02-03',
  person: null,
  said_by: '',
  deal: 'St Anne',
  persona: null,
  phase: null,
  manner: 'presented',
  easy_to_find: null,
  fitted: null,
  ready: null,
  moved: null,
  note: '',
} as unknown as PieceUse;
const deal: DealChoice = {
  opportunity: 'o1',
  name: 'St Anne',
  stage: 'Proposal',
  outcome: 'open',
  persona: 'cfo',
  phase: 'comparing',
};
const cycle = {
  personas: [
    { id: 'cfo', name: 'CFO' },
    { id: 'nurse', name: 'Head nurse' },
  ],
  phases: [{ id: 'comparing', name: 'Comparing' }],
  insights: [],
};
const known: Record<string, unknown> = {
  list_uses: { uses: [], usage: noUsage, moved_within_days: 30 },
  find_deals: [deal],
  open_buying_cycle: cycle,
  people: { people: [], here: null },
  record_use: use,
  edit_use: use,
};

const asked = (name: string) => vi.mocked(callCore).mock.calls.filter(([called]) => called === name);
const begin = () => {
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={answers()}>
        <UsesSection piece="p1" />
      </QueryClientProvider>
    </MantineProvider>,
  );
  fireEvent.click(screen.getByText('I used this in a deal'));
};

describe('a use in a deal', () => {
  beforeEach(() => {
    vi.mocked(callCore).mockReset();
    vi.mocked(callCore).mockImplementation(async (name) => known[name]);
  });

  it('of an imported one brings its persona and phase along, and is marked click by click', async () => {
    begin();
    await userEvent.click(await screen.findByText('St Anne'));
    fireEvent.click(screen.getByLabelText('Presented'));
    fireEvent.click(screen.getByText('Record'));
    await waitFor(() => expect(asked('record_use')).toHaveLength(1));
    const [[, input] = []] = asked('record_use');
    const { used_on, ...rest } = input as Record<string, unknown>;
    expect(used_on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(rest).toEqual({
      piece: 'p1',
      opportunity: 'o1',
      manner: 'presented',
      persona: 'cfo',
      phase: 'comparing',
    });
    fireEvent.click((await screen.findAllByLabelText('4'))[0] as HTMLElement);
    fireEvent.click(screen.getByLabelText('Yes'));
    await waitFor(() =>
      expect(asked('edit_use').map(([, input]) => input)).toEqual([
        { id: 'u1', change: { easy_to_find: 4 } },
        { id: 'u1', change: { moved: 'yes' } },
      ]),
    );
  });
  it('can be in a deal of any name', async () => {
    begin();
    await userEvent.type(screen.getByLabelText('Deal', { selector: 'input' }), 'Mercy Clinic');
    fireEvent.click(screen.getByText('Record'));
    await waitFor(() => expect(asked('record_use')).toHaveLength(1));
    expect(asked('record_use')[0]?.[1]).toMatchObject({ deal: 'Mercy Clinic', manner: 'sent' });
  });
  it('without a deal is refused in the core’s words, at the field', async () => {
    const refusal = {
      code: 'invalid',
      message: 'Say in which deal it was used.',
      hint: 'The customer’s name is enough.',
      field: 'deal',
    };
    vi.mocked(callCore).mockImplementation(async (name) => {
      if (name === 'record_use') throw refusal;
      return known[name];
    });
    begin();
    fireEvent.click(screen.getByText('Record'));
    const told = await screen.findByText('Say in which deal it was used. The customer’s name is enough.');
    expect(screen.getByLabelText('Deal', { selector: 'input' }).getAttribute('aria-describedby')).toContain(
      told.id,
    );
  });
});
