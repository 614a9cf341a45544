/** What else narrows the ledger down, and the way back to all leads; beside it what can be done with just these. */
import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useFormats } from '../../shared';
import type { LedgerPlace } from '../places';
import { furtherFilters } from './filtersInWords';
import classes from './Ledger.module.css';
import { useFileOf } from './useChoices';

interface NarrowedProps {
  place: LedgerPlace;
  go: (place: LedgerPlace) => void;
  children: ReactNode;
}

export function Narrowed({ place, go, children }: NarrowedProps) {
  const { day } = useFormats();
  const fileOf = useFileOf();
  const { sort, reverse } = place;
  return (
    <div className={classes.narrowed}>
      {furtherFilters(place, { day, fileOf }).map(({ key, words }) => (
        <Button
          key={key}
          size="compact-md"
          rightSection={<IconX size={14} aria-hidden />}
          onClick={() => go({ ...place, [key]: undefined })}
        >
          {words}
          <span className="visually-hidden">, leave this out</span>
        </Button>
      ))}
      {children}
      <Button
        size="compact-md"
        variant="subtle"
        onClick={() => go({ ...(sort && { sort }), ...(reverse && { reverse }) })}
      >
        Show all leads
      </Button>
    </div>
  );
}
