import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answers, type LeadView } from '../../api';
import { callCore } from '../../platform';
import { Decide } from './Decide';

vi.mock('../../platform', () => ({ callCore: vi.fn(), onShell: () => () => {} }));

function shown(decision: LeadView['decision'] = 'undecided') {
  const view = { lead: { id: 'l1' }, decision } as unknown as LeadView;
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={answers()}>
        <Decide view={view} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

describe('what sales says to a lead', () => {
  beforeEach(() => {
    vi.mocked(callCore).mockReset();
    vi.mocked(callCore).mockResolvedValue({});
  });

  it('is a rejection only with a reason', async () => {
    shown();
    fireEvent.click(screen.getByText('Reject…'));
    fireEvent.submit(screen.getByText('Reject').closest('form') as HTMLFormElement);
    expect(await screen.findByText('A rejected lead needs a reason.')).toBeTruthy();
    expect(callCore).not.toHaveBeenCalled();
    await userEvent.click(screen.getByLabelText('Why', { selector: 'input' }));
    await userEvent.click(await screen.findByText('No budget'));
    await userEvent.type(screen.getByLabelText('In your own words'), ' not before May ');
    fireEvent.submit(screen.getByText('Reject').closest('form') as HTMLFormElement);
    await waitFor(() => expect(callCore).toHaveBeenCalledTimes(1));
    expect(vi.mocked(callCore).mock.calls[0]).toEqual([
      'reject_lead',
      { id: 'l1', reason: 'no_budget', note: 'not before May' },
    ]);
  });
  it('has no reason that would say that nobody decided', async () => {
    shown();
    fireEvent.click(screen.getByText('Reject…'));
    await userEvent.click(screen.getByLabelText('Why', { selector: 'input' }));
    expect(await screen.findByText('Duplicate')).toBeTruthy();
    expect(screen.queryByText(/Abandoned/)).toBeNull();
  });
  it('is a recycling only with a day on which the lead wakes up', async () => {
    shown();
    fireEvent.click(screen.getByText('Recycle…'));
    fireEvent.submit(screen.getByText('Recycle').closest('form') as HTMLFormElement);
    expect(await screen.findByText(/needs a day on which it wakes up/)).toBeTruthy();
    expect(callCore).not.toHaveBeenCalled();
    await userEvent.type(screen.getByLabelText('Look at it again on'), '1 Apr 2031{Tab}');
    fireEvent.submit(screen.getByText('Recycle').closest('form') as HTMLFormElement);
    await waitFor(() => expect(callCore).toHaveBeenCalledTimes(1));
    expect(vi.mocked(callCore).mock.calls[0]).toEqual([
      'recycle_lead',
      { id: 'l1', reason: 'bad_timing', note: null, wake_up_on: '2031-04-01' },
    ]);
  });
  it('stays open with the core’s words when it is refused', async () => {
    vi.mocked(callCore).mockRejectedValue({
      code: 'refused',
      message: 'Only Sales decides.',
      hint: 'Choose who is here.',
      field: null,
    });
    shown();
    fireEvent.click(screen.getByText('Accept'));
    expect(await screen.findByText('Only Sales decides. Choose who is here.')).toBeTruthy();
  });
  it('cannot be said twice', () => {
    shown('accepted');
    expect((screen.getByText('Accepted').closest('button') as HTMLButtonElement).disabled).toBe(true);
  });
});
