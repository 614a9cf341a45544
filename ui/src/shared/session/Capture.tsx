/** One line, Enter, and back where we were. What was typed and not kept is still there the next time. */
import { Button, Group, Modal, Select, TextInput } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { asCallError, inWords, type Person } from '../../api';
import { DayInput, keysOf, type Option, useDraft } from '..';
import { type Kind, kinds } from './capturing';
import classes from './Session.module.css';
import { calledOnScreen } from './WhoWrites';

export interface Captured {
  name: string;
  owner: string | null;
  due: string | null;
  /** Where it came up; nothing where that is not asked. */
  cameUpIn: string | null;
}

/** What a session captures, and what it asks for. */
export interface Capturing {
  people: readonly Person[];
  /** The sections in which something can come up, and the one on screen; nothing where that is not kept. */
  cameUpIn: { options: Option<string>[]; now: string } | null;
  keep: (kind: Kind, captured: Captured) => Promise<unknown>;
}

interface CaptureProps extends Capturing {
  /** What is captured; nothing while it is closed. */
  kind: Kind | null;
  onClose: () => void;
  /** Told once it is kept. */
  onKept?: (kind: Kind) => void;
}

type Draft = Omit<Captured, 'cameUpIn'>;

const empty: Draft = { name: '', owner: null, due: null };

export function Capture({ kind, onClose, ...rest }: CaptureProps) {
  const [drafts, setDrafts] = useState<Partial<Record<Kind, Draft>>>({});
  const typed = keysOf(kinds).find((known) => drafts[known]?.name.trim());
  useDraft(typed ? kinds[typed].title : '', typed !== undefined, () => setDrafts({}));
  return (
    <Modal
      opened={kind !== null}
      onClose={onClose}
      title={kind ? kinds[kind].title : ''}
      size="lg"
      returnFocus
    >
      {kind && (
        <CaptureForm
          key={kind}
          kind={kind}
          draft={drafts[kind] ?? empty}
          setDraft={(draft) => setDrafts((all) => ({ ...all, [kind]: draft }))}
          onDone={onClose}
          {...rest}
        />
      )}
    </Modal>
  );
}

interface CaptureFormProps extends Omit<CaptureProps, 'kind' | 'onClose'> {
  kind: Kind;
  draft: Draft;
  setDraft: (draft: Draft) => void;
  onDone: () => void;
}

function CaptureForm({ kind, people, cameUpIn, draft, setDraft, keep, onDone, onKept }: CaptureFormProps) {
  const [section, setSection] = useState(cameUpIn?.now ?? null);
  const [error, setError] = useState<string | null>(null);
  const isDayUnreadable = useRef(false);
  const save = async () => {
    // The field says what is wrong with it.
    if (isDayUnreadable.current) return;
    const name = draft.name.trim();
    if (!name) {
      setError('Write it in a few words first.');
      return;
    }
    try {
      await keep(kind, { ...draft, name, cameUpIn: section });
      setDraft(empty);
      onDone();
      onKept?.(kind);
    } catch (thrown) {
      setError(inWords(asCallError(thrown)));
    }
  };
  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void save();
  };
  return (
    <div className={classes.capture}>
      <TextInput
        label={kinds[kind].asks}
        data-autofocus
        autoComplete="off"
        value={draft.name}
        onChange={(event) => {
          setError(null);
          setDraft({ ...draft, name: event.currentTarget.value });
        }}
        onKeyDown={onEnter}
        error={error}
      />
      {kind === 'todo' && (
        <WhoAndWhen
          people={people}
          draft={draft}
          setDraft={setDraft}
          onUnreadable={(is) => {
            isDayUnreadable.current = is;
          }}
        />
      )}
      {cameUpIn && (
        <Select
          label="Came up in"
          data={cameUpIn.options}
          value={section}
          onChange={(next) => setSection(next ?? section)}
        />
      )}
      <Group justify="flex-end">
        <Button onClick={onDone}>Not now</Button>
        <Button variant="filled" onClick={() => void save()}>
          Keep it
        </Button>
      </Group>
    </div>
  );
}

interface WhoAndWhenProps extends Pick<CaptureFormProps, 'people' | 'draft' | 'setDraft'> {
  onUnreadable: (isUnreadable: boolean) => void;
}

/** An action has an owner on one side, and a day. */
function WhoAndWhen({ people: all, draft, setDraft, onUnreadable }: WhoAndWhenProps) {
  const people = all.filter((person) => !person.has_left);
  return (
    <div className={classes.whoAndWhen}>
      <Select
        label="Who does it"
        placeholder="choose a side"
        data={people.map((person) => ({ value: person.id, label: calledOnScreen(person, people) }))}
        value={draft.owner}
        onChange={(owner) => setDraft({ ...draft, owner })}
        clearable
        clearButtonProps={{ 'aria-label': 'Clear who does it' }}
      />
      <DayInput
        label="Until when"
        onUnreadable={onUnreadable}
        value={draft.due}
        onChange={(due) => setDraft({ ...draft, due })}
        clearable
        clearButtonProps={{ 'aria-label': 'Clear until when' }}
        // Above, so that what keeps it stays in sight.
        popoverProps={{ position: 'top-start' }}
      />
    </div>
  );
}
