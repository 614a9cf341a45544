/** What stands around every place: navigation at the left, the bar at the top, palette and panels when called. */
import { Outlet, useLocation, useMatches } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useAsk } from '../api';
import { rooms } from '../rooms';
import { later } from '../shared/later';
import { useOpenWorkspace } from '../shared/openWorkspace';
import { AllRooms } from '../shared/rooms';
import classes from './Frame.module.css';
import { HoldPlace } from './HoldPlace';
import { Navigation } from './Navigation';
import { TopBar } from './TopBar';
import { useUndo } from './undo';
import { useWorkspaceCommands } from './useWorkspaceCommands';

const Palette = later(() => import('./Palette').then((it) => it.Palette));
const HistoryPanel = later(() => import('../history/HistoryPanel').then((it) => it.HistoryPanel));
const dialogs = rooms.flatMap((room) => Object.entries(room.dialogs ?? {}));

export function Frame() {
  const workspace = useOpenWorkspace();
  const company = useAsk('show_company', {});
  const undo = useUndo();
  const [history, setHistory] = useState(false);
  const [dialog, setDialog] = useState<string | null>(null);
  const [searching, setSearching] = useState(false);
  useWorkspaceCommands({
    undo,
    showHistory: () => setHistory(true),
    show: setDialog,
    openPalette: () => setSearching(true),
  });

  const { pathname, hash } = useLocation();
  const main = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place begins at its top, unless a section was asked for
  useEffect(() => {
    if (hash) return;
    main.current?.scrollTo(0, 0);
    document.documentElement.scrollTo(0, 0);
  }, [pathname]);

  const isAlone = useMatches({
    select: (matches) => matches.some(({ staticData }) => staticData.wholeWindow),
  });
  return (
    <AllRooms value={rooms}>
      <HoldPlace />
      {isAlone ? (
        <Outlet />
      ) : (
        <div className={classes.frame}>
          <button type="button" className={classes.skip} onClick={() => main.current?.focus()}>
            Skip to the page
          </button>
          <Navigation />
          <div className={classes.desk}>
            <TopBar
              company={company.data?.company.name ?? ''}
              workspace={workspace}
              undo={undo}
              onHistory={() => setHistory(true)}
              onPalette={() => setSearching(true)}
            />
            <main className={classes.main} ref={main} tabIndex={-1} id="main">
              <Outlet />
            </main>
          </div>
          {dialogs.map(([name, Dialog]) => (
            <Dialog key={name} opened={dialog === name} onClose={() => setDialog(null)} />
          ))}
          <HistoryPanel opened={history} onClose={() => setHistory(false)} undo={undo} />
        </div>
      )}
      {/* The same palette in both: it closes itself while a command of it leads from one to the other. */}
      <Palette opened={searching} onClose={() => setSearching(false)} />
    </AllRooms>
  );
}
