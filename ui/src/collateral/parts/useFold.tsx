/** A long list shows its first lines, and the others when they are asked for. */
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useFormats } from '../../shared';

const first = 10;

/** `wanted` is the place of a line that has to show: somebody was led to it. */
export function useFold<T>(lines: readonly T[], wanted = -1): { shown: readonly T[]; more: ReactNode } {
  const { number } = useFormats();
  const [isOpen, setOpen] = useState(false);
  if (isOpen || wanted >= first || lines.length <= first) return { shown: lines, more: null };
  return {
    shown: lines.slice(0, first),
    more: (
      <Button variant="subtle" size="compact-md" onClick={() => setOpen(true)}>
        Show all {number(lines.length)}
      </Button>
    ),
  };
}
