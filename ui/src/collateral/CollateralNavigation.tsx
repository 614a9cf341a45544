/** The library in the navigation. It is always there, so it hears of files that were dropped wherever one is. */
import {
  IconBooks,
  IconChartBar,
  IconChecklist,
  IconGridDots,
  IconMessageQuestion,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { tell } from '../api';
import { onShell } from '../platform';
import { NavHeading, NavPlace } from '../shared';
import { DroppedSlips } from './fieldKit/DroppedSlips';
import { addedInWords } from './words';

export function CollateralNavigation() {
  const navigate = useNavigate();
  useEffect(
    () =>
      onShell('files-added', ({ files, stopped }) => {
        if (stopped) return tell('Stopped: nothing was added.');
        const said = files
          .filter(({ note }) => note !== '')
          .map(({ file_name, note }) => `${file_name}: ${note}`);
        tell(`${addedInWords(files)}.`, said.slice(0, 3).join(' '));
        void navigate({ to: '/collateral', search: { shelf: 'draft' } });
      }),
    [navigate],
  );
  return (
    <>
      <DroppedSlips />
      <NavHeading>Collateral</NavHeading>
      <NavPlace to="/collateral" icon={IconBooks}>
        Library
      </NavPlace>
      <NavPlace to="/collateral/review" icon={IconChecklist}>
        To approve
      </NavPlace>
      <NavPlace to="/collateral/matrix" icon={IconGridDots}>
        Content matrix
      </NavPlace>
      <NavPlace to="/collateral/requests" icon={IconMessageQuestion}>
        Requests
      </NavPlace>
      <NavPlace to="/collateral/use" icon={IconChartBar}>
        In use
      </NavPlace>
    </>
  );
}
