/** The keyboard of a grid: one cell takes Tab, the arrow keys, Home and End go on from there. */
import { type KeyboardEvent, type RefObject, useState } from 'react';

export function useGridKeys(grid: RefObject<HTMLElement | null>, rows: number, columns: number) {
  const [at, setAt] = useState({ row: 0, column: 0 });
  // A persona or a phase may have been removed since.
  const row = Math.min(at.row, rows - 1);
  const column = Math.min(at.column, columns - 1);

  const pressed = (event: KeyboardEvent) => {
    const { key, altKey, shiftKey } = event;
    if (altKey || shiftKey) return;
    const isWhole = event.ctrlKey || event.metaKey;
    const next = stepOf(key, isWhole, { row, column }, { row: rows - 1, column: columns - 1 });
    if (!next) return;
    event.preventDefault();
    grid.current?.querySelector<HTMLElement>(`[data-at="${next.row}-${next.column}"]`)?.focus();
  };

  return {
    pressed,
    /** A cell that takes the keyboard, by whatever way, is where the keys go on. */
    focused: (row: number, column: number) => setAt({ row, column }),
    isTabStop: (ofRow: number, ofColumn: number) => ofRow === row && ofColumn === column,
  };
}

interface At {
  row: number;
  column: number;
}

/** Returns where a key leads; null where it is none of the grid's. At the edge it stays. */
export function stepOf(key: string, isWhole: boolean, from: At, last: At): At | null {
  if (key === 'Home') return { row: isWhole ? 0 : from.row, column: 0 };
  if (key === 'End') return { row: isWhole ? last.row : from.row, column: last.column };
  if (isWhole) return null;
  switch (key) {
    case 'ArrowLeft':
      return { ...from, column: Math.max(0, from.column - 1) };
    case 'ArrowRight':
      return { ...from, column: Math.min(last.column, from.column + 1) };
    case 'ArrowUp':
      return { ...from, row: Math.max(0, from.row - 1) };
    case 'ArrowDown':
      return { ...from, row: Math.min(last.row, from.row + 1) };
    default:
      return null;
  }
}
