/** The first thing anybody sees: start a workspace, open one, or look round the sample. */
import { Button, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconChevronRight } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { CallError } from '../api';
import type { ShellState } from '../platform';
import { Seal } from '../shared';
import { haveShell } from '../shared/shell';
import classes from './FirstRun.module.css';

/** Its form is loaded when it is called for: most starts open a workspace that is there. */
const Founding = lazy(() => import('./Founding').then((it) => ({ default: it.Founding })));

interface FirstRunProps {
  state: ShellState;
  /** Whether the form of a new workspace stands open, and how to open and close it. */
  founding: boolean;
  setFounding: (open: boolean) => void;
}

export function FirstRun({ state, founding, setFounding }: FirstRunProps) {
  const [busy, setBusy] = useState(false);
  const during = async (work: Promise<unknown>) => {
    setBusy(true);
    await work;
    setBusy(false);
  };
  return (
    <main className={classes.page} aria-busy={busy}>
      <div className={classes.column}>
        {founding ? (
          <div className={classes.head}>
            <Seal sales marketing state="in_force" size={36} />
            <h1 className={classes.title}>Start your workspace</h1>
          </div>
        ) : (
          <div className={classes.mark}>
            <Seal sales marketing state="in_force" size={64} />
            <h1 className={classes.title}>Lockstep</h1>
            <p className={classes.claim}>
              One plan for the year, made by sales and marketing together, and signed by both.
            </p>
          </div>
        )}
        {state.staged_files.length > 0 && (
          <p className={classes.waits} role="status">
            {state.staged_files.join(', ')} {state.staged_files.length === 1 ? 'waits' : 'wait'} to be taken
            in. Open or start the workspace where{' '}
            {state.staged_files.length === 1 ? 'it belongs' : 'they belong'}.
          </p>
        )}
        {state.open_failed && !founding && <Failed error={state.open_failed} />}
        {founding ? (
          <Suspense fallback={null}>
            <Founding locale={state.locale} onBack={() => setFounding(false)} />
          </Suspense>
        ) : (
          <>
            <ul className={classes.choices}>
              <Choice title="Start your workspace" onClick={() => setFounding(true)}>
                The company, its fiscal year and the two leaders. It takes a minute.
              </Choice>
              <Choice title="Open a workspace" onClick={() => during(haveShell('open_dialog', {}))}>
                A .lockstep file from this computer.
              </Choice>
              <Choice title="Look round the sample" onClick={() => during(haveShell('open_sample', {}))}>
                A fictional medical-device company with five years of plans and four of reviews. Nothing you
                do there touches your own work.
              </Choice>
            </ul>
            {state.recent.length > 0 && (
              <section aria-labelledby="recent">
                <h2 className={classes.recentTitle} id="recent">
                  Opened before
                </h2>
                <ul className={classes.recent}>
                  {state.recent.map((file) => (
                    <li key={file.token}>
                      <Button
                        variant="subtle"
                        justify="space-between"
                        fullWidth
                        disabled={file.missing}
                        onClick={() => during(haveShell('open_recent', { token: file.token }))}
                      >
                        <span>{file.label}</span>
                        <span className={classes.folder}>
                          {file.missing ? 'no longer there' : file.folder}
                        </span>
                      </Button>
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </>
        )}
      </div>
    </main>
  );
}

function Choice(props: { title: string; onClick: () => void; children: string }) {
  return (
    <li>
      <UnstyledButton className={classes.choice} onClick={props.onClick}>
        <span>
          <span className={classes.choiceTitle}>{props.title}</span>
          <span className={classes.choiceText}>{props.children}</span>
        </span>
        <IconChevronRight size={20} aria-hidden />
      </UnstyledButton>
    </li>
  );
}

/** Why the workspace that was to be opened was not. */
function Failed({ error }: { error: Pick<CallError, 'message' | 'hint'> }) {
  return (
    <div className={classes.failed} role="alert">
      <IconAlertTriangle size={20} aria-hidden />
      <div>
        <strong>{error.message}</strong>
        {error.hint && <div>{error.hint}</div>}
      </div>
    </div>
  );
}
