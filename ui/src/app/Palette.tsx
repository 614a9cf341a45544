/** Ctrl+K: every command and every place, and what stands in the plans, found by typing a few letters. */
import '@mantine/spotlight/styles.css';
import { Kbd } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { rooms } from '../rooms';
import { type UiCommand, useAllCommands } from '../shared/commands/commands';
import { keysInWords } from '../shared/commands/keys';
import classes from './Palette.module.css';
import { type Hit, useFound } from './search';

const [store, actions] = createSpotlight();

/** Returns a text without capitals and accents. */
const plain = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** Returns the commands whose names and words hold every part of what was typed, those that begin with it first. */
export function matching(commands: readonly UiCommand[], typed: string): UiCommand[] {
  const parts = plain(typed).split(/\s+/).filter(Boolean);
  const first = parts[0] ?? '';
  return commands
    .filter((command) => {
      const text = `${command.name} ${command.group} ${command.words ?? ''}`;
      return parts.every((part) => plain(text).includes(part));
    })
    .sort((one, other) => rank(one, first) - rank(other, first));
}

function rank(command: UiCommand, typed: string): number {
  const name = plain(command.name);
  if (typed === '' || name.startsWith(typed)) return 0;
  return name.includes(typed) ? 1 : 2;
}

/** Marks the first line: Enter opens it. The list marks its own first line as one types, before the core has answered. */
function markFirst() {
  const list = document.getElementById(store.getState().listId);
  for (const marked of list?.querySelectorAll('[data-selected]') ?? [])
    marked.removeAttribute('data-selected');
  const first = list?.querySelector('[data-action]');
  first?.setAttribute('data-selected', 'true');
  first?.scrollIntoView({ block: 'nearest' });
  store.updateState((state) => ({ ...state, selected: first ? 0 : -1 }));
}

/** How long after a command the keyboard may still be on its way to where the command leads, in milliseconds. */
const onItsWay = 50;

/** Runs a command from here. What it takes back is a step of the workspace, not what was typed to find it. */
function leaveAndRun(command: UiCommand, before: HTMLElement | null) {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  command.run();
  // A command that leads nowhere gives the keyboard back; one that leads somewhere keeps it there.
  setTimeout(() => {
    if (document.activeElement === document.body) before?.focus({ preventScroll: true });
  }, onItsWay);
}

/** The order of the groups. */
const groups = [
  'Go to',
  ...rooms.flatMap(({ commandGroup = [] }) => commandGroup),
  'Workspace',
  'Edit',
  'View',
  'Help',
];

export function Palette({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const before = useRef<HTMLElement | null>(null);
  const [leaves, setLeaves] = useState(false);
  useEffect(() => {
    if (!opened) return;
    before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    setLeaves(false);
    actions.open();
  }, [opened]);
  const run = (command: UiCommand) => {
    setLeaves(true);
    leaveAndRun(command, before.current);
  };
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed.trim(), 120);
  const commands = matching(
    useAllCommands().filter((command) => command.id !== 'palette'),
    typed,
  );
  const found = useFound(settled);
  // Before the core has answered about these very words, nobody knows that nothing is called so.
  const isSettled = settled === typed.trim() && !found.isLooking;
  const inside = found.inside ?? [];
  const isNothing =
    isSettled && commands.length + [...found.groups, ...inside].flatMap(({ hits }) => hits).length === 0;
  // Whoever chose a line with the arrows keeps it, whatever is found meanwhile.
  const hasChosen = useRef(false);
  const wantsFirst = useRef(false);
  const lines = [
    ...found.groups.flatMap(({ hits }) => hits.map(({ key }) => key)),
    ...commands.map(({ id }) => id),
    ...inside.flatMap(({ hits }) => hits.map(({ key }) => key)),
  ];
  const shown = lines.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the mark goes to what is shown now.
  useEffect(() => {
    if (typed.trim() === '' || hasChosen.current) return;
    markFirst();
    if (!wantsFirst.current || !isSettled) return;
    wantsFirst.current = false;
    document.getElementById(store.getState().listId)?.querySelector<HTMLElement>('[data-selected]')?.click();
  }, [shown, isSettled, typed]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') hasChosen.current = true;
    // Enter before the core has answered waits for what it finds.
    if (event.key === 'Enter' && lines.length === 0 && !isSettled) wantsFirst.current = true;
  };
  const type = (text: string) => {
    hasChosen.current = false;
    wantsFirst.current = false;
    setTyped(text);
  };
  return (
    <Spotlight.Root
      store={store}
      onSpotlightClose={onClose}
      returnFocus={!leaves}
      query={typed}
      onQueryChange={type}
      shortcut={null}
      scrollable
      maxHeight="60vh"
      size={640}
      centered={false}
      yOffset="12vh"
      transitionProps={{ duration: 0 }}
      classNames={{ actionsGroup: classes.group }}
      attributes={{ content: { 'aria-label': 'Search or do' } }}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
    >
      <Spotlight.Search placeholder="Search or do…" aria-label="Search or do" onKeyDown={onKeyDown} />
      <Spotlight.ActionsList>
        {found.groups.map(({ label, hits }) => (
          <Hits key={label} label={label} hits={hits} />
        ))}
        {[...new Set([...groups, ...commands.map(({ group }) => group)])].map((group) => {
          const ofGroup = commands.filter((command) => command.group === group);
          if (ofGroup.length === 0) return null;
          return (
            <Spotlight.ActionsGroup key={group} label={group}>
              {ofGroup.map((command) => (
                <Spotlight.Action key={command.id} onClick={() => run(command)}>
                  <span className={classes.action}>
                    <span>
                      {command.name}
                      {command.description && <span className={classes.says}>{command.description}</span>}
                    </span>
                    {command.keys?.[0] && <Kbd className={classes.keys}>{keysInWords(command.keys[0])}</Kbd>}
                  </span>
                </Spotlight.Action>
              ))}
            </Spotlight.ActionsGroup>
          );
        })}
        {inside.map(({ label, hits }) => (
          <Hits key={label} label={`${label}, on a page`} hits={hits} />
        ))}
        {isNothing && <Spotlight.Empty>Nothing is called “{typed.trim()}”.</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function Hits({ label, hits }: { label: string; hits: readonly Hit[] }) {
  if (hits.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={label}>
      {hits.map((hit) => (
        <Spotlight.Action key={hit.key} onClick={hit.go}>
          <span className={classes.action}>
            <span>{hit.name}</span>
            <span className={classes.where}>{hit.where}</span>
          </span>
        </Spotlight.Action>
      ))}
    </Spotlight.ActionsGroup>
  );
}
