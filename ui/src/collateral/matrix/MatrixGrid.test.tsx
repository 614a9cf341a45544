import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ContentMatrix, MatrixCell } from '../../api';
import { MatrixGrid } from './MatrixGrid';
import { stepOf } from './useGridKeys';

vi.mock('../../platform', () => ({ callCore: vi.fn(), onShell: () => () => {} }));

const personas = [
  { id: 'finance', name: 'Finance' },
  { id: 'nurse', name: 'Head nurse' },
];
const phases = [
  { id: 'noticing', name: 'Noticing' },
  { id: 'comparing', name: 'Comparing' },
  { id: 'deciding', name: 'Deciding' },
];
const cells = personas.flatMap((persona) =>
  phases.map(
    (phase) =>
      ({
        persona: persona.id,
        phase: phase.id,
        coverage: 'gap',
        not_needed_because: '',
        needs: [],
        wanted: 2,
        answered: 0,
        pieces: [],
        pieces_in_all: 0,
        usage: { uses: 0, ease: null },
        open: { leads: 0, opportunities: 0, value: 0, without_value: 0 },
        requested: 0,
      }) as unknown as MatrixCell,
  ),
);

const open = vi.fn();
const named = (place: string) => screen.getByRole('button', { name: new RegExp(`^${place}:`) });
const nameOf = (cell: Element | null) =>
  cell?.matches('button') ? (cell.querySelector('.visually-hidden')?.textContent ?? undefined) : undefined;
const focused = () => nameOf(document.activeElement)?.split(':')[0];

describe('the keyboard in the matrix', () => {
  beforeEach(() => {
    open.mockClear();
    const matrix = { personas, phases, cells } as unknown as ContentMatrix;
    render(<MatrixGrid matrix={matrix} heat="coverage" scale={{ most: 0, byValue: false }} open={open} />);
  });
  it('is one stop, from which the arrows go on', async () => {
    const user = userEvent.setup();
    await user.tab();
    expect(focused()).toBe('Finance in Noticing');
    await user.keyboard('{ArrowRight}{ArrowDown}');
    expect(focused()).toBe('Head nurse in Comparing');
    await user.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}');
    expect(focused()).toBe('Head nurse in Deciding');
    await user.tab();
    expect(focused()).toBeUndefined();
    await user.tab({ shift: true });
    expect(focused()).toBe('Head nurse in Deciding');
  });
  it('goes to the ends of the row, and of the whole', async () => {
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard('{End}');
    expect(focused()).toBe('Finance in Deciding');
    await user.keyboard('{Control>}{End}{/Control}{Home}');
    expect(focused()).toBe('Head nurse in Noticing');
    await user.keyboard('{Control>}{Home}{/Control}');
    expect(focused()).toBe('Finance in Noticing');
  });
  it('opens a cell by Enter and by a click, and goes on from there', async () => {
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard('{ArrowRight}{Enter}');
    expect(open).toHaveBeenLastCalledWith('finance', 'comparing');
    await user.click(named('Head nurse in Noticing'));
    expect(open).toHaveBeenLastCalledWith('nurse', 'noticing');
    await user.keyboard('{ArrowUp}');
    expect(focused()).toBe('Finance in Noticing');
  });
  it('is a grid with its heads', () => {
    expect(screen.getByRole('grid')).toBeTruthy();
    expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toEqual([
      'Noticing',
      'Comparing',
      'Deciding',
    ]);
    expect(screen.getAllByRole('rowheader')).toHaveLength(2);
    expect(nameOf(named('Finance in Deciding'))).toBe('Finance in Deciding: gap, 0 of 2 needs answered');
  });
});

it('leaves other keys alone', () => {
  const at = { row: 0, column: 0 };
  expect(stepOf('a', false, at, { row: 1, column: 1 })).toBeNull();
  expect(stepOf('ArrowRight', true, at, { row: 1, column: 1 })).toBeNull();
});
