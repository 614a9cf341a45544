/** The walk-through on the projector: one step at a time, the steps beside it, what is to be mended noted as it comes up. */
import { Button, Menu, Modal, UnstyledButton } from '@mantine/core';
import { IconChevronUp } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { leaveAnd, useAct, useAsk, type WalkThroughView } from '../../api';
import { EmptyState, Section, useFormats } from '../../shared';
import { useOpenWorkspace } from '../../shared/openWorkspace';
import { Blackout } from '../../shared/session/Blackout';
import classes from '../../shared/session/Session.module.css';
import { useKeys } from '../../shared/session/useKeys';
import { useProjector } from '../../shared/session/useProjector';
import { WhoWrites } from '../../shared/session/WhoWrites';
import { FixList } from '../fixes/FixList';
import { StepCard } from '../steps/StepCard';
import { isDone, keptInWords, missingInWords } from '../words';
import { Bar } from './Bar';

/** The last stop, where everybody looks at what is to be mended. */
const CLOSING = 'closing';

export function WalkThroughSessionPage() {
  const { walk } = useParams({ from: '/walk-through/$walk/session' });
  const navigate = useNavigate();
  const projector = useProjector();
  const opened = useAsk('open_walk_through', { id: walk });
  const { read_only: readOnly } = useOpenWorkspace();
  const leave = () => leaveAnd(() => void navigate({ to: '/walk-through/$walk', params: { walk } }));
  if (opened.isError) {
    return (
      <main className={classes.alone}>
        <EmptyState title={opened.error.message}>{opened.error.hint}</EmptyState>
      </main>
    );
  }
  if (!opened.data) return null;
  return <Stage key={walk} view={opened.data} writable={readOnly === null} leave={leave} {...projector} />;
}

interface StageProps {
  view: WalkThroughView;
  writable: boolean;
  leave: () => void;
  isDark: boolean;
  setDark: (dark: boolean) => void;
}

function Stage({ view, writable, leave, isDark, setDark }: StageProps) {
  const { steps, walk_through: walk } = view;
  const [at, setAt] = useState(steps[0]?.step.id ?? CLOSING);
  const [isBlack, setBlack] = useState(false);
  const [isMending, setMending] = useState(false);
  const stage = useRef<HTMLElement>(null);
  const stops = [...steps.map(({ step }) => step.id), CLOSING];
  const line = steps.find(({ step }) => step.id === at);
  const goTo = (stop: string) => leaveAnd(() => setAt(stop));
  const turn = (by: number) => {
    const stop = stops[stops.indexOf(line ? at : CLOSING) + by];
    return stop === undefined ? null : () => goTo(stop);
  };
  useKeys(
    {
      arrowright: () => turn(1)?.(),
      pagedown: () => turn(1)?.(),
      arrowleft: () => turn(-1)?.(),
      pageup: () => turn(-1)?.(),
      b: () => setBlack(true),
      f: () => setMending(true),
    },
    !isBlack,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stop is what this follows
  useEffect(() => {
    stage.current?.scrollTo(0, 0);
    stage.current?.focus({ preventScroll: true });
  }, [at]);
  const editable = writable && walk.ended_on === null;
  return (
    <div className={classes.session}>
      <nav className={classes.rail} aria-label="Steps">
        <h1 className={classes.title}>{walk.title || 'Walk-through'}</h1>
        <div className={classes.who}>
          <WhoWrites />
        </div>
        <ol className={classes.stops}>
          {steps.map(({ step, to_talk_about: talk }) => (
            <li key={step.id}>
              <UnstyledButton
                className={classes.stop}
                aria-current={at === step.id ? 'step' : undefined}
                onClick={() => goTo(step.id)}
              >
                <span>{step.name || 'A step without a name'}</span>
                {talk.length > 0 && (
                  <span>
                    <span aria-hidden>▲</span>
                    <span className="visually-hidden">to talk about</span>
                  </span>
                )}
              </UnstyledButton>
            </li>
          ))}
          <li>
            <UnstyledButton
              className={classes.stop}
              aria-current={line ? undefined : 'step'}
              onClick={() => goTo(CLOSING)}
            >
              <span>What we mend</span>
            </UnstyledButton>
          </li>
        </ol>
        <div className={classes.railFoot}>
          <Menu position="top-start" withinPortal>
            <Menu.Target>
              <Button
                variant="subtle"
                size="compact-sm"
                rightSection={<IconChevronUp size={16} aria-hidden />}
              >
                More
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item rightSection={<kbd className={classes.key}>B</kbd>} onClick={() => setBlack(true)}>
                Black screen
              </Menu.Item>
              <Menu.Item onClick={() => setDark(!isDark)}>{isDark ? 'Light room' : 'Dark room'}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <Button variant="subtle" size="compact-sm" onClick={leave}>
            Leave
          </Button>
        </div>
      </nav>
      <main className={classes.stage} ref={stage} tabIndex={-1} aria-label="Step on screen">
        {line ? (
          <StepCard key={line.step.id} line={line} editable={editable} large />
        ) : (
          <Closing view={view} writable={writable} leave={leave} />
        )}
      </main>
      <Bar
        previous={turn(-1)}
        next={turn(1)}
        mend={writable ? () => setMending(true) : null}
        found={view.fixes.length}
      />
      <Modal
        opened={isMending}
        onClose={() => leaveAnd(() => setMending(false))}
        title="What is to be mended?"
        size="lg"
      >
        <FixList
          fixes={view.fixes.filter(({ fix }) => !line || fix.step === line.step.id)}
          writable={writable}
          steps={steps.map(({ step }) => step)}
          addTo={{ walk: walk.id, ...(line ? { step: line.step } : {}) }}
          names={false}
        />
      </Modal>
      {isBlack && <Blackout onEnd={() => setBlack(false)} />}
    </div>
  );
}

function Closing({ view, writable, leave }: Pick<StageProps, 'view' | 'writable' | 'leave'>) {
  const { number, day } = useFormats();
  const end = useAct('end_walk_through');
  const { walk_through: walk, steps, fixes, kept, last } = view;
  const left = last?.fixes.filter(({ state }) => !isDone(state)) ?? [];
  const close = async () => {
    if (await end.run({ id: walk.id })) leave();
  };
  return (
    <Section
      id="closing"
      title={fixes.length === 0 ? 'Nothing to mend was noted' : `What we mend: ${keptInWords(kept, number)}`}
      lead={
        missingInWords(
          fixes.filter(({ fix, state }) => fix.owner === null && !isDone(state)).length,
          steps.filter((line) => !line.is_rated).length,
          number,
        ) || 'Each has an owner and a day.'
      }
      actions={
        walk.ended_on === null && writable && steps.length > 0 ? (
          <Button variant="filled" onClick={() => leaveAnd(() => void close())}>
            End the walk-through
          </Button>
        ) : (
          <Button variant="filled" onClick={leave}>
            Leave
          </Button>
        )
      }
    >
      <FixList
        fixes={fixes}
        writable={writable}
        steps={steps.map(({ step }) => step)}
        addTo={{ walk: walk.id }}
        names={false}
      />
      {last && left.length > 0 && (
        <>
          <h3>Still to do since {day(last.held_on)}</h3>
          <FixList fixes={left} writable={writable} names={false} />
        </>
      )}
    </Section>
  );
}
