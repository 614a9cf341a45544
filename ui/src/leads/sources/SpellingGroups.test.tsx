import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answers, type SpellingGroup } from '../../api';
import { callCore } from '../../platform';
import { SpellingGroups } from './SpellingGroups';

vi.mock('../../platform', () => ({ callCore: vi.fn(), onShell: () => () => {} }));

const group: SpellingGroup = {
  proposed: 'Trade Show',
  spellings: [
    ['Trade Show', 40],
    ['trade-show ', 3],
  ],
  rows: 43,
};

describe('spellings that look like one name', () => {
  beforeEach(() => {
    vi.mocked(callCore).mockReset();
    vi.mocked(callCore).mockResolvedValue({ leads: 3, opportunities: 0, costs: 0 });
    render(
      <MantineProvider env="test">
        <QueryClientProvider client={answers()}>
          <SpellingGroups field="source" groups={[group]} />
        </QueryClientProvider>
      </MantineProvider>,
    );
  });
  /** What was done; which step it was is asked beside it. */
  const actions = () => vi.mocked(callCore).mock.calls.filter(([name]) => name !== 'what_can_be_undone');
  const merged = (into: string) => [
    'merge_aliases',
    { field: 'source', spellings: ['Trade Show', 'trade-show '], into },
  ];

  it('become the most frequent one, each exactly as it stands', async () => {
    fireEvent.click(screen.getByText('Write them as one'));
    await waitFor(() => expect(actions()).toEqual([merged('Trade Show')]));
  });
  it('become a word of one’s own, once it is written', async () => {
    fireEvent.click(screen.getByLabelText('Another word'));
    fireEvent.click(screen.getByText('Write them as one'));
    expect(await screen.findByText('Write the name that all of them get.')).toBeTruthy();
    expect(callCore).not.toHaveBeenCalled();
    await userEvent.type(screen.getByLabelText('The name that all of them get'), ' Fair ');
    fireEvent.click(screen.getByText('Write them as one'));
    await waitFor(() => expect(actions()).toEqual([merged('Fair')]));
  });
  it('are kept apart one by one', async () => {
    fireEvent.click(screen.getByRole('button', { name: /^Keep apart.*Trade Show/ }));
    await waitFor(() =>
      expect(actions()).toEqual([['exclude_alias', { field: 'source', said: 'Trade Show' }]]),
    );
  });
});
