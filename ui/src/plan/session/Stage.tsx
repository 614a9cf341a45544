/** The stage: agenda, the section on screen, the bar below; keys, black screen, and what is captured as it comes up. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { leaveAnd, type PlanView, type Section } from '../../api';
import { GoToSection, scrollThere } from '../../shared';
import { Blackout } from '../../shared/session/Blackout';
import classes from '../../shared/session/Session.module.css';
import { Bar } from './Bar';
import { Capture } from './Capture';
import { Closing } from './Closing';
import { type Kind, kinds } from './capturing';
import { OneSection } from './OneSection';
import { Rail } from './Rail';
import { closing } from './stops';
import { useSessionClock } from './useSessionClock';
import { useSessionKeys } from './useSessionKeys';

interface StageProps {
  view: PlanView;
  /** Whether the file can be written. */
  writable: boolean;
  leave: () => void;
  isDark: boolean;
  setDark: (dark: boolean) => void;
}

export function Stage({ view, writable, leave, isDark, setDark }: StageProps) {
  const { agenda } = view.session;
  const stops = useMemo(() => [...agenda.map((item) => item.id), closing], [agenda]);
  const runs = useSessionClock(view.plan.id, stops);
  // One section is on the stage at a time: what is typed in it is settled before the next one comes.
  const goTo = useCallback((stop: string) => leaveAnd(() => runs.goTo(stop)), [runs.goTo]);
  const clock = { ...runs, goTo };
  const [capturing, setCapturing] = useState<Kind | null>(null);
  const [kept, setKept] = useState('');
  const [isBlack, setBlack] = useState(false);
  const stage = useRef<HTMLElement>(null);
  const item = agenda.find(({ id }) => id === clock.at);
  const section: Section = item?.section ?? 'agreement';

  const turn = (by: number) => {
    const stop = stops[stops.indexOf(clock.at) + by];
    return stop === undefined ? null : () => clock.goTo(stop);
  };
  useSessionKeys(
    {
      next: () => turn(1)?.(),
      previous: () => turn(-1)?.(),
      black: () => setBlack(true),
      park: () => setCapturing('parked'),
      decide: () => setCapturing('decision'),
      action: () => setCapturing('todo'),
      pause: clock.isRunning ? clock.pause : clock.goOn,
    },
    !isBlack,
  );
  useNewStop(clock.at, stage);
  const go = useCallback(
    (wanted: string, line?: string | null) => {
      const stop = agenda.find((other) => other.section === wanted);
      if (stop) clock.goTo(stop.id);
      // The section has to be on the stage before the line can be looked for.
      window.requestAnimationFrame(() => window.requestAnimationFrame(() => scrollThere(wanted, line)));
    },
    [agenda, clock.goTo],
  );
  const showAgain = useCallback(() => setBlack(false), []);
  const close = () => leaveAnd(leave);

  return (
    <div className={classes.session}>
      <Rail
        view={view}
        clock={clock}
        isDark={isDark}
        setDark={setDark}
        black={() => setBlack(true)}
        leave={close}
      />
      <main className={classes.stage} ref={stage} tabIndex={-1} aria-label="Section on screen">
        <GoToSection value={go}>
          {item ? (
            <OneSection section={item.section} view={view} editable={writable && view.locked === null} />
          ) : (
            <Closing view={view} editable={writable} clock={clock} capture={setCapturing} leave={close} />
          )}
        </GoToSection>
      </main>
      <Bar
        clock={clock}
        item={item}
        previous={turn(-1)}
        next={turn(1)}
        counts={{
          parked: view.session.parked.filter(({ settled }) => !settled).length,
          decision: view.session.decisions.length,
          todo: view.session.todos.length,
        }}
        capture={setCapturing}
      />
      <Capture
        view={view}
        kind={capturing}
        section={section}
        onClose={() => setCapturing(null)}
        onKept={(kind) => setKept(kinds[kind].done)}
      />
      <p className="visually-hidden" role="status">
        {kept}
      </p>
      {isBlack && <Blackout onEnd={showAgain} />}
    </div>
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
