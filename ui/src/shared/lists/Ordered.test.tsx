import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { afterMove, Ordered } from './Ordered';

const lines = [
  { id: 'a', name: 'First' },
  { id: 'b', name: 'Second' },
  { id: 'c', name: 'Third' },
];

describe('a move', () => {
  it('names the line it goes behind, or none for the top', () => {
    expect(afterMove(['a', 'b', 'c'], 2, 0)).toBeNull();
    expect(afterMove(['a', 'b', 'c'], 0, 1)).toBe('b');
    expect(afterMove(['a', 'b', 'c'], 0, 2)).toBe('c');
    expect(afterMove(['a', 'b', 'c'], 2, 1)).toBe('a');
  });
});

describe('an ordered list', () => {
  const show = (locked = false) => {
    const onMove = vi.fn(async () => {});
    const onRemove = vi.fn();
    render(
      <MantineProvider env="test">
        <Ordered
          items={lines}
          nameOf={(line) => line.name}
          onMove={onMove}
          onRemove={onRemove}
          locked={locked}
        >
          {(line, tools) => (
            <>
              {line.name}
              {tools}
            </>
          )}
        </Ordered>
      </MantineProvider>,
    );
    return { onMove, onRemove };
  };

  it('moves and removes from the menu, without dragging', async () => {
    const user = userEvent.setup();
    const { onMove, onRemove } = show();
    await user.click(screen.getByRole('button', { name: 'Move or remove Second' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Move up' }));
    expect(onMove).toHaveBeenCalledExactlyOnceWith('b', null);
    await user.click(screen.getByRole('button', { name: 'Move or remove Third' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Remove' }));
    expect(onRemove).toHaveBeenCalledExactlyOnceWith(lines[2]);
  });

  it('offers nothing to change while it is locked', () => {
    show(true);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
