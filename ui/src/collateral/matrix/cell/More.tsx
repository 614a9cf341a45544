/** Where only some pieces are named: how many there are, and the way to all of them. */
import { Button } from '@mantine/core';
import { useFormats } from '../../../shared';

interface MoreProps {
  shown: number;
  inAll: number;
  /** What they are for, for whoever listens. */
  what: string;
  showAll: () => void;
}

export function More({ shown, inAll, what, showAll }: MoreProps) {
  const { number } = useFormats();
  if (shown >= inAll) return null;
  return (
    <p className="soft">
      {number(shown)} of {number(inAll)} are shown.{' '}
      <Button variant="subtle" size="compact-md" onClick={showAll}>
        Show all
        <span className="visually-hidden"> {what}</span>
      </Button>
    </p>
  );
}
