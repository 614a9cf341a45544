/** The window: the first run while no workspace is open, the workspace otherwise, and what both share. */
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { forgetSaving, mayLeave, tellError, useAsk } from '../api';
import { beforeClosing, type OpenWorkspace, onShell } from '../platform';
import { rooms } from '../rooms';
import { FormatsProvider } from '../shared';
import { runCommand } from '../shared/commands/commands';
import { useCommandKeys } from '../shared/commands/keys';
import { watchTyping } from '../shared/fields/typingUndo';
import { later, useTheRest, whenLoaded } from '../shared/later';
import { OpenWorkspaceProvider } from '../shared/openWorkspace';
import { useShellState } from '../shared/shell';
import { FirstRun } from '../workspace/FirstRun';
import { Broken } from './Broken';
import { DropHint } from './DropHint';
import { router } from './router';
import { showInKeptSize } from './textSize';
import { useWindowCommands } from './useWindowCommands';

const Shortcuts = later(() => import('./Shortcuts').then((it) => it.Shortcuts));
const useLeaving = whenLoaded(() => import('./Leaving').then((it) => it.Leaving));
const useRoomMenu = whenLoaded(() => import('./RoomMenu').then((it) => it.RoomMenu));
const About = later(() => import('./About').then((it) => it.About));

export function App() {
  const shell = useShellState();
  const [founding, setFounding] = useState(false);
  const [shortcuts, setShortcuts] = useState(false);
  const [about, setAbout] = useState(false);
  useTheRest();
  useCommandKeys();
  useWindowCommands({
    startNew: () => setFounding(true),
    showShortcuts: () => setShortcuts(true),
    showAbout: () => setAbout(true),
  });
  useEffect(() => watchTyping(), []);
  useEffect(() => showInKeptSize(), []);
  useEffect(() => onShell('menu', (id) => void runCommand(id)), []);
  useEffect(() => onShell('open-failed', tellError), []);
  useEffect(() => onShell('trouble', tellError), []);
  useEffect(() => beforeClosing(mayLeave), []);

  const workspace = shell.data?.workspace ?? null;
  const place = workspace && `${workspace.path_label}/${workspace.file_name}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another workspace begins at its own beginning
  useEffect(() => {
    forgetSaving();
    setFounding(false);
    if (router.state.location.pathname !== '/') void router.navigate({ to: '/' });
  }, [place]);
  const dataArrived = shell.data?.files_arrived ?? false;
  useEffect(() => {
    if (!dataArrived) return;
    for (const { openArrivedFiles } of rooms) openArrivedFiles?.(router.navigate);
  }, [dataArrived]);

  if (shell.isError) return <Broken error={shell.error} />;
  if (!shell.data) return null;
  return (
    <>
      {workspace && !founding ? (
        <Workspace key={place} workspace={workspace} locale={shell.data.locale} />
      ) : (
        <FirstRun state={shell.data} founding={founding} setFounding={setFounding} />
      )}
      <DropHint />
      <WhenLeaving />
      <Menu />
      <Shortcuts opened={shortcuts} onClose={() => setShortcuts(false)} />
      <About opened={about} onClose={() => setAbout(false)} version={shell.data.version} />
    </>
  );
}

/** Where it is asked whether to leave what is not saved. */
function WhenLeaving() {
  const Leaving = useLeaving();
  return Leaving && <Leaving />;
}

/** The rooms' part of the window's menu; drawing that anew lays the window out again, so it waits for the first screen. */
function Menu() {
  const RoomMenu = useRoomMenu();
  return RoomMenu && <RoomMenu />;
}

function Workspace({ workspace, locale }: { workspace: OpenWorkspace; locale: string }) {
  const view = useAsk('show_company', {});
  if (view.isError) return <Broken error={view.error} />;
  if (!view.data) return null;
  const { company, currency_digits } = view.data;
  return (
    <FormatsProvider
      locale={company.language || locale}
      currency={company.currency}
      currencyDigits={currency_digits}
      weekStart={company.week_start}
      timeZone={company.time_zone}
    >
      <OpenWorkspaceProvider value={workspace}>
        <RouterProvider router={router} />
      </OpenWorkspaceProvider>
    </FormatsProvider>
  );
}
