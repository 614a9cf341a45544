/** One walk-through: what became of the last fixes, the steps, and what is to be mended. */
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { leaveAnd, useAct, useAsk, type WalkThroughView } from '../api';
import {
  AddLine,
  ButtonLink,
  DayField,
  EmptyState,
  Ordered,
  Page,
  Section,
  TextField,
  useArrivalAt,
  useFormats,
  useRemoval,
  useUndoOffer,
} from '../shared';
import { useOpenWorkspace } from '../shared/openWorkspace';
import { FixList } from './fixes/FixList';
import { StepCard } from './steps/StepCard';
import classes from './WalkThrough.module.css';
import { WalkThroughDocuments } from './WalkThroughDocuments';
import { findingOf, isMarked, keptInWords } from './words';

export function WalkThroughPage() {
  const { walk } = useParams({ from: '/walk-through/$walk' });
  const opened = useAsk('open_walk_through', { id: walk });
  const { read_only: readOnly } = useOpenWorkspace();
  useArrivalAt(opened.data !== undefined);
  if (opened.isError) {
    return (
      <Page title="Walk-through">
        <EmptyState
          title={opened.error.message}
          action={<ButtonLink to="/walk-through">All walk-throughs</ButtonLink>}
        >
          {opened.error.hint}
        </EmptyState>
      </Page>
    );
  }
  if (!opened.data) return null;
  return <Opened view={opened.data} writable={readOnly === null} />;
}

interface OpenedProps {
  view: WalkThroughView;
  /** Whether the file can be written. */
  writable: boolean;
}

function Opened({ view, writable }: OpenedProps) {
  const { number, day } = useFormats();
  const { walk_through: walk, steps, last } = view;
  const add = useAct('add_walk_step');
  const move = useAct('move_walk_step');
  const remove = useRemoval('remove_walk_step');
  const editable = writable && walk.ended_on === null;
  const toTalkAbout = steps.filter((line) => line.to_talk_about.length > 0).length;
  const rated = steps.filter((line) => line.is_rated).length;
  const lines = steps.map((line) => ({ ...line, id: line.step.id }));
  return (
    <Page
      wide
      title={findingOf(
        { steps: steps.length, toTalkAbout, rated, marked: steps.some(({ step }) => isMarked(step)) },
        number,
      )}
      lead={<Lead view={view} editable={editable} />}
      actions={<Actions view={view} writable={writable} />}
    >
      {last && last.fixes.length > 0 && (
        <Section
          id="last-time"
          title={`Since ${day(last.held_on)}: ${keptInWords(last.kept, number)}`}
          lead="What was to be mended after the last walk-through."
        >
          <FixList fixes={last.fixes} writable={writable} />
        </Section>
      )}
      <Section
        id="steps"
        title="Steps"
        lead={
          editable
            ? 'As it really goes, not as it should go. Each side gives its own marks, from 1 to 5; 5 is best.'
            : `Ended${walk.ended_on ? ` on ${day(walk.ended_on)}` : ''}: the steps stay as they were.`
        }
      >
        <Ordered
          items={lines}
          nameOf={({ step }) => step.name || 'this step'}
          onMove={(id, after) => move.run({ id, after })}
          onRemove={({ step }) => void remove({ id: step.id }, step.name || 'a step')}
          locked={!editable}
          className={classes.steps}
        >
          {(line, tools) => <StepCard line={line} editable={editable} tools={tools} />}
        </Ordered>
        {last && last.dropped.length > 0 && (
          <p className="soft">No longer a step: {last.dropped.join(', ')}</p>
        )}
        {editable && (
          <AddLine
            label="Add a step"
            placeholder="Add a step: the demonstration …"
            add={(name) => add.attempt({ walk_through: walk.id, values: { name } })}
          />
        )}
      </Section>
      <Section
        id="fixes"
        title={view.fixes.length === 0 ? 'Fixes' : `Fixes: ${keptInWords(view.kept, number)}`}
        lead="What is to be mended, by whom and by when: a week from when it was found, unless you say otherwise."
      >
        <FixList
          fixes={view.fixes}
          writable={writable}
          steps={steps.map(({ step }) => step)}
          addTo={{ walk: walk.id }}
        />
      </Section>
    </Page>
  );
}

/** What is walked through and when; fields while it goes on. */
function Lead({ view: { walk_through: walk }, editable }: { view: WalkThroughView; editable: boolean }) {
  const { day } = useFormats();
  const edit = useAct('edit_walk_through');
  if (!editable) return [walk.title, day(walk.held_on)].filter(Boolean).join(', ');
  return (
    <div className={classes.lead}>
      <TextField
        label="What is walked through"
        hideLabel
        quiet
        placeholder="What is walked through: the standard presentation …"
        value={walk.title}
        save={(title) => edit.attempt({ id: walk.id, change: { title } })}
        className={classes.leadTitle}
      />
      <DayField
        label="Day"
        hideLabel
        quiet
        needed
        value={walk.held_on}
        save={(day) => edit.attempt({ id: walk.id, change: day ? { held_on: day } : {} })}
      />
    </div>
  );
}

function Actions({ view: { walk_through: walk, steps, is_latest: isLatest }, writable }: OpenedProps) {
  const navigate = useNavigate();
  const end = useAct('end_walk_through');
  const reopen = useAct('reopen_walk_through');
  const remove = useAct('remove_walk_through');
  const offerUndo = useUndoOffer();
  const removeIt = async () => {
    const done = await remove.runStep({ id: walk.id });
    if (!done) return;
    offerUndo('Removed the walk-through.', done.step);
    await navigate({ to: '/walk-through' });
  };
  const isOpen = walk.ended_on === null;
  return (
    <>
      <WalkThroughDocuments walk={walk.id} />
      {writable && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button size="compact-sm" rightSection={<IconChevronDown size={16} aria-hidden />}>
              More
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {isOpen && steps.length > 0 && (
              <Menu.Item onClick={() => leaveAnd(() => void end.run({ id: walk.id }))}>
                End the walk-through
              </Menu.Item>
            )}
            {!isOpen && isLatest && (
              <Menu.Item onClick={() => void reopen.run({ id: walk.id })}>Open it again</Menu.Item>
            )}
            <Menu.Item onClick={() => leaveAnd(() => void removeIt())}>Delete the walk-through</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {steps.length > 0 && (
        <ButtonLink variant="filled" to="/walk-through/$walk/session" params={{ walk: walk.id }}>
          {isOpen ? 'Walk through it' : 'Show it'}
        </ButtonLink>
      )}
    </>
  );
}
