import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answers, type FoundPiece, type MatrixCell } from '../../../api';
import { callCore } from '../../../platform';
import { LinkPiece } from './LinkPiece';
import { Requirement } from './Requirement';

vi.mock('../../../platform', () => ({ callCore: vi.fn(async () => ({})), onShell: () => () => {} }));

function shown(part: ReactNode) {
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={answers()}>{part}</QueryClientProvider>
    </MantineProvider>,
  );
}

const done = (name: string) => vi.mocked(callCore).mock.calls.filter(([asked]) => asked === name);

describe('whether pieces are required in a cell', () => {
  const cell = {
    persona: 'finance',
    phase: 'deciding',
    is_required: true,
    is_decided: false,
    not_needed_because: '',
  } as MatrixCell;
  beforeEach(() => void vi.mocked(callCore).mockClear());

  it('is asked for a reason before none is', async () => {
    shown(<Requirement cell={cell} editable />);
    await userEvent.click(screen.getByLabelText('Pieces are required here'));
    expect(done('mark_matrix')).toEqual([]);
    await userEvent.type(screen.getByLabelText('Why is no piece needed here?'), 'They never ask.');
    await userEvent.click(screen.getByRole('button', { name: 'No piece needed' }));
    const mark = { persona: 'finance', phase: 'deciding', is_required: false, because: 'They never ask.' };
    await waitFor(() => expect(done('mark_matrix')).toEqual([['mark_matrix', mark]]));
  });
  it('can be taken back', async () => {
    shown(
      <Requirement cell={{ ...cell, is_required: false, not_needed_because: 'They never ask.' }} editable />,
    );
    expect(screen.getByText('Not needed, because: They never ask.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Needed after all' }));
    const mark = { persona: 'finance', phase: 'deciding', is_required: true };
    await waitFor(() => expect(done('mark_matrix')).toEqual([['mark_matrix', mark]]));
  });
  it('is only said where the workspace can only be read', () => {
    shown(<Requirement cell={cell} editable={false} />);
    expect(screen.getByLabelText<HTMLInputElement>('Pieces are required here').disabled).toBe(true);
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('linking a piece', () => {
  const found = (id: string, title: string, needs: string[]) =>
    ({ piece: { id, title, kind: 'deck', needs }, state: 'draft', approved_by: [] }) as unknown as FoundPiece;
  const need = {
    id: 'n',
    text: 'What does it cost?',
    answered_by: [],
    answered_by_in_all: 0,
    waiting: [],
    waiting_in_all: 0,
    not_needed_because: '',
  };
  beforeEach(() => {
    vi.mocked(callCore).mockClear();
    vi.mocked(callCore).mockImplementation(async (name) =>
      name === 'list_pieces'
        ? { pieces: [found('p', 'Prices', ['old']), found('q', 'Costs', ['n'])], total: 2 }
        : {},
    );
  });

  it('adds the need to those of the piece', async () => {
    const onClose = vi.fn();
    shown(<LinkPiece opened onClose={onClose} need={need} />);
    await userEvent.click(await screen.findByRole('button', { name: /^Prices/ }));
    const change = { needs: ['old', 'n'] };
    await waitFor(() => expect(callCore).toHaveBeenCalledWith('edit_piece', { id: 'p', change }));
    await waitFor(() => expect(onClose).toHaveBeenCalled());
  });
  it('does not offer again what is linked already', async () => {
    shown(<LinkPiece opened onClose={() => {}} need={need} />);
    const known = await screen.findByRole<HTMLButtonElement>('button', { name: /^Costs/ });
    expect(known.disabled).toBe(true);
    expect(known.textContent).toContain('Linked already');
  });
  it('keeps what was typed when it cannot be linked, and says why', async () => {
    shown(<LinkPiece opened onClose={() => {}} need={need} />);
    const prices = await screen.findByRole('button', { name: /^Prices/ });
    const refusal = { code: 'refused', message: 'It is retired.', hint: '', field: null };
    vi.mocked(callCore).mockRejectedValue(refusal);
    await userEvent.click(prices);
    expect(await screen.findByText(/It is retired/)).toBeTruthy();
  });
});
