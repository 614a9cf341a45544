/**
 * A session on the projector: the agenda beside the stage, one section on it at a time, the bar below; keys, black screen, and
 * what is captured as it comes up. No names are shown.
 */
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { leaveAnd } from '../../api';
import { GoToSection, scrollThere } from '..';
import { Bar } from './Bar';
import { Blackout } from './Blackout';
import { Capture, type Capturing } from './Capture';
import { type Kind, kinds } from './capturing';
import { OnProjector } from './projector';
import { Rail } from './Rail';
import classes from './Session.module.css';
import { closing, type SessionStop } from './stops';
import { type SessionClock, useSessionClock } from './useSessionClock';
import { useSessionKeys } from './useSessionKeys';

/** What the closing of a session can do. */
export interface ClosingWays {
  clock: SessionClock;
  capture: (kind: Kind) => void;
  leave: () => void;
}

interface SessionStageProps {
  /** What the session is about; the clock is kept under it. */
  subject: string;
  title: string;
  stops: readonly SessionStop[];
  /** Draws the section of a stop. */
  show: (stop: SessionStop) => ReactNode;
  close: (ways: ClosingWays) => ReactNode;
  /** The dialog in which the agenda is changed. */
  editAgenda: (dialog: { opened: boolean; onClose: () => void; clock: SessionClock }) => ReactNode;
  /** How what comes up at a stop is captured; nothing where it cannot be written down. */
  capturing: (stop: SessionStop | undefined) => Capturing | null;
  /** How much was captured so far. */
  counts: Record<Kind, number>;
  /** Returns the stop that shows a section. */
  stopOf?: (section: string) => string | undefined;
  leave: () => void;
  isDark: boolean;
  setDark: (dark: boolean) => void;
}

export function SessionStage({
  subject,
  title,
  stops: agenda,
  show,
  close,
  editAgenda,
  capturing,
  counts,
  stopOf,
  leave,
  isDark,
  setDark,
}: SessionStageProps) {
  const stops = useMemo(() => [...agenda.map((item) => item.id), closing], [agenda]);
  const runs = useSessionClock(subject, stops);
  // One section is on the stage at a time: what is typed in it is settled before the next one comes.
  const goTo = useCallback((stop: string) => leaveAnd(() => runs.goTo(stop)), [runs.goTo]);
  const clock = { ...runs, goTo };
  const [kind, setKind] = useState<Kind | null>(null);
  const [isEditing, setEditing] = useState(false);
  const [kept, setKept] = useState('');
  const [isBlack, setBlack] = useState(false);
  const stage = useRef<HTMLElement>(null);
  const stop = agenda.find(({ id }) => id === clock.at);
  const captures = capturing(stop);
  const capture = (wanted: Kind) => {
    if (captures) setKind(wanted);
  };

  const turn = (by: number) => {
    const next = stops[stops.indexOf(clock.at) + by];
    return next === undefined ? null : () => clock.goTo(next);
  };
  useSessionKeys(
    {
      next: () => turn(1)?.(),
      previous: () => turn(-1)?.(),
      black: () => setBlack(true),
      park: () => capture('parked'),
      decide: () => capture('decision'),
      action: () => capture('todo'),
      pause: clock.isRunning ? clock.pause : clock.goOn,
    },
    !isBlack,
  );
  useNewStop(clock.at, stage);
  const go = useCallback(
    (wanted: string, line?: string | null) => {
      const to = stopOf?.(wanted);
      if (to !== undefined) goTo(to);
      // The section has to be on the stage before the line can be looked for.
      window.requestAnimationFrame(() => window.requestAnimationFrame(() => scrollThere(wanted, line)));
    },
    [stopOf, goTo],
  );
  const showAgain = useCallback(() => setBlack(false), []);
  const away = () => leaveAnd(leave);

  return (
    <OnProjector value>
      <div className={classes.session}>
        <Rail
          title={title}
          stops={agenda}
          clock={clock}
          isDark={isDark}
          setDark={setDark}
          black={() => setBlack(true)}
          leave={away}
          editAgenda={() => setEditing(true)}
        />
        <main className={classes.stage} ref={stage} tabIndex={-1} aria-label="Section on screen">
          <GoToSection value={go}>{stop ? show(stop) : close({ clock, capture, leave: away })}</GoToSection>
        </main>
        <Bar
          clock={clock}
          stop={stop}
          previous={turn(-1)}
          next={turn(1)}
          counts={counts}
          capture={captures && capture}
        />
        {captures && (
          <Capture
            {...captures}
            kind={kind}
            onClose={() => setKind(null)}
            onKept={(of) => setKept(kinds[of].done)}
          />
        )}
        {editAgenda({ opened: isEditing, onClose: () => setEditing(false), clock })}
        <p className="visually-hidden" role="status">
          {kept}
        </p>
        {isBlack && <Blackout onEnd={showAgain} />}
      </div>
    </OnProjector>
  );
}

/** A new section begins at its top, and takes the keyboard, so that the page keys and a screen reader are with it. */
function useNewStop(at: string, stage: React.RefObject<HTMLElement | null>) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stop is what this follows
  useEffect(() => {
    stage.current?.scrollTo(0, 0);
    stage.current?.focus({ preventScroll: true });
  }, [at]);
}
