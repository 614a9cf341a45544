/** The walk-throughs there were, the latest first, and what is still to be mended after them. */
import { Button, Menu } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct, useAsk, type WalkThroughLine, type WalkThroughStart } from '../api';
import { EmptyState, Page, Section, useArrivalAt, useFormats } from '../shared';
import { useOpenWorkspace } from '../shared/openWorkspace';
import { FixList } from './fixes/FixList';
import classes from './WalkThrough.module.css';
import { keptInWords } from './words';

export function WalkThroughsPage() {
  const { number } = useFormats();
  const list = useAsk('list_walk_throughs', {});
  const { read_only: readOnly } = useOpenWorkspace();
  useArrivalAt(list.data !== undefined);
  if (list.isError) {
    return (
      <Page title="Walk-throughs">
        <EmptyState title={list.error.message}>{list.error.hint}</EmptyState>
      </Page>
    );
  }
  if (!list.data) return null;
  const { walk_throughs: walks, to_mend: toMend } = list.data;
  const editable = readOnly === null;
  if (walks.length === 0) {
    return (
      <Page title="Walk-throughs">
        <EmptyState title="How do we really sell?" action={editable && <Begin walks={walks} />}>
          Sales takes Marketing through a sale as it really goes: what is said, shown, asked and promised in
          each step. Both give their marks, and what needs mending gets an owner and a day.
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={findingOfAll(walks, number)} actions={editable && <Begin walks={walks} />}>
      {toMend.length > 0 && (
        <Section id="fixes" title="To mend" lead="What was found in any walk-through and is not done yet.">
          <FixList fixes={toMend} writable={editable} />
        </Section>
      )}
      <Section id="walk-throughs" title="Walk-throughs">
        <ul className={classes.walks} aria-label="Walk-throughs">
          {walks.map((line) => (
            <Walk key={line.walk_through.id} line={line} />
          ))}
        </ul>
      </Section>
    </Page>
  );
}

/** Returns what there is to do after all walk-throughs. */
function findingOfAll(walks: readonly WalkThroughLine[], number: (count: number) => string): string {
  const late = walks.reduce((sum, { fixes }) => sum + fixes.overdue, 0);
  const open = walks.reduce((sum, { fixes }) => sum + fixes.open, 0) + late;
  if (open === 0) return 'Everything found in walk-throughs is mended';
  const fixes = open === 1 ? '1 fix to do' : `${number(open)} fixes to do`;
  return late === 0 ? fixes : `${fixes}, ${number(late)} past ${late === 1 ? 'its' : 'their'} date`;
}

function Walk({
  line: { walk_through: walk, steps, to_talk_about: talk, fixes },
}: {
  line: WalkThroughLine;
}) {
  const { day, number } = useFormats();
  const counts = [
    steps === 1 ? '1 step' : `${number(steps)} steps`,
    talk > 0 && `${number(talk)} to talk about`,
    keptInWords(fixes, number) && `fixes: ${keptInWords(fixes, number)}`,
  ];
  return (
    <li className={classes.walk}>
      <Link to="/walk-through/$walk" params={{ walk: walk.id }} className={classes.walkName}>
        {walk.title || `Walk-through of ${day(walk.held_on)}`}
      </Link>
      <span>{walk.ended_on ? day(walk.held_on) : `${day(walk.held_on)}, going on`}</span>
      <span className="soft tabular">{counts.filter(Boolean).join(' · ')}</span>
    </li>
  );
}

/** Begins the next one: from the last where there is one, and else with the usual steps or with none. */
function Begin({ walks }: { walks: readonly WalkThroughLine[] }) {
  const navigate = useNavigate();
  const { day } = useFormats();
  const begin = useAct('begin_walk_through');
  const [isBusy, setBusy] = useState(false);
  const [last] = walks;
  const goTo = (walk: string) => navigate({ to: '/walk-through/$walk', params: { walk } });
  const start = async (from: WalkThroughStart) => {
    setBusy(true);
    const begun = await begin.run({ start: from });
    setBusy(false);
    if (begun) await goTo(begun.id);
  };
  if (last && last.walk_through.ended_on === null) {
    return (
      <Button variant="filled" onClick={() => void goTo(last.walk_through.id)}>
        Go on with the walk-through
      </Button>
    );
  }
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="filled" loading={isBusy}>
          Begin {last ? 'the next one' : 'a walk-through'}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {last && (
          <Menu.Item onClick={() => void start('last')}>
            From the one of {day(last.walk_through.held_on)}
          </Menu.Item>
        )}
        <Menu.Item onClick={() => void start('starter')}>With the steps that most sales have</Menu.Item>
        <Menu.Item onClick={() => void start('empty')}>With no step yet</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
