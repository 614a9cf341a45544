import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answers, type Person, type Side, type Version } from '../../api';
import { callCore } from '../../platform';
import type { Agreed } from './agreed';
import { Proposal } from './Proposal';

vi.mock('../../platform', () => ({ callCore: vi.fn(), onShell: () => () => {} }));

function person(id: string, name: string, side: Side): Person {
  return { id, rank: id, name, role: '', side, has_left: false };
}
const people = [
  person('s', 'Sara Kindt', 'sales'),
  person('m', 'Mara Obi', 'marketing'),
  person('t', 'Tom Rask', 'leadership'),
];

function shown(here: string, both = false, signatures: Version['signatures'] = []) {
  vi.mocked(callCore).mockImplementation(async (name) => (name === 'people' ? { people, here } : null));
  const proposed = { agreement: 'a', version: 1, state: 'proposed', signatures } as unknown as Version;
  const of = {
    noun: 'plan',
    onePersonDoesBoth: both,
    agreement: { in_force: null, proposed, versions: [proposed], differences: [] },
  } as unknown as Agreed;
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={answers()}>
        <Proposal of={of} proposed={proposed} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

const buttons = () => screen.getAllByRole('button').map((button) => button.textContent);

describe('a proposal', () => {
  beforeEach(() => vi.mocked(callCore).mockReset());

  it('can be signed for their own side by whoever is at the keyboard, and by nobody for the other', async () => {
    shown('s');
    expect(await screen.findByText('Sign for Sales as Sara Kindt')).toBeTruthy();
    expect(screen.getByText(/Choose Mara Obi at the top to sign for Marketing/)).toBeTruthy();
    expect(buttons()).toEqual(['Sign for Sales as Sara Kindt', 'Withdraw the proposal']);
  });
  it('can be witnessed by Leadership, who decides for no side', async () => {
    shown('t');
    expect(await screen.findByText('Witness as Tom Rask')).toBeTruthy();
    expect(buttons()).toEqual(['Witness as Tom Rask', 'Withdraw the proposal']);
  });
  it('can be signed for both sides by one person where that is how they work, openly', async () => {
    shown('s', true);
    expect(await screen.findByText('Sign for Sales as Sara Kindt')).toBeTruthy();
    expect(screen.getByText('Sign for Marketing as Sara Kindt')).toBeTruthy();
    expect(screen.getAllByText(/The documents say so/)).toHaveLength(2);
  });
  it('is signed with the person at the keyboard and the side', async () => {
    shown('m');
    fireEvent.click(await screen.findByText('Sign for Marketing as Mara Obi'));
    await waitFor(() =>
      expect(callCore).toHaveBeenCalledWith('sign', { agreement: 'a', person: 'm', side: 'marketing' }),
    );
  });
  it('asks once more before signatures are set aside', async () => {
    shown('s', false, [
      {
        id: '1',
        agreement: 'a',
        side: 'marketing',
        person: 'm',
        name: 'Mara Obi',
        role: '',
        digest: '',
        signed_at: '2027-01-10T09:00:00Z',
      },
    ]);
    fireEvent.click(await screen.findByText('Withdraw the proposal'));
    expect(await screen.findByText(/Mara Obi signed it already/)).toBeTruthy();
    expect(callCore).not.toHaveBeenCalledWith('withdraw', expect.anything());
  });
});
