/** A table that may be wider than its room: then its scrollbar stands there, and a shade lies where it goes on. */
import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './WideTable.module.css';

interface WideTableProps {
  /** Below this many pixels the table scrolls sideways instead of growing narrower. */
  minWidth: number;
  maxHeight?: string;
  /** What keeps it from what stands above. */
  mt?: string;
  children: ReactNode;
}

export function WideTable({ minWidth, maxHeight, mt, children }: WideTableProps) {
  return (
    <Table.ScrollContainer
      minWidth={minWidth}
      maxHeight={maxHeight}
      mt={mt}
      className={classes.wide}
      scrollAreaProps={{
        // Not only while it is pointed at: nobody looks for numbers that do not show.
        type: 'auto',
        classNames: { viewport: classes.room },
        viewportProps: { tabIndex: 0 },
      }}
    >
      {children}
    </Table.ScrollContainer>
  );
}
