/** One line, Enter, and back where we were. What was typed and not kept is still there the next time. */
import { Button, Group, Modal, Select, TextInput } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { asCallError, inWords, type PlanView, type Section, useAct } from '../../api';
import { DayInput, keyIn, keysOf, useDraft } from '../../shared';
import classes from '../../shared/session/Session.module.css';
import { calledOnScreen } from '../../shared/session/WhoWrites';
import { type Kind, kinds } from './capturing';
import { allSections, sectionTitles } from './sections';

interface CaptureProps {
  view: PlanView;
  /** What is captured; nothing while it is closed. */
  kind: Kind | null;
  /** The section in which it came up. */
  section: Section;
  onClose: () => void;
  /** Told once it is kept. */
  onKept?: (kind: Kind) => void;
}

interface Draft {
  name: string;
  owner: string | null;
  due: string | null;
}

const empty: Draft = { name: '', owner: null, due: null };

export function Capture({ view, kind, section, onClose, onKept }: CaptureProps) {
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
          view={view}
          kind={kind}
          arose={section}
          draft={drafts[kind] ?? empty}
          setDraft={(draft) => setDrafts((all) => ({ ...all, [kind]: draft }))}
          onDone={onClose}
          onKept={onKept}
        />
      )}
    </Modal>
  );
}

interface CaptureFormProps {
  view: PlanView;
  kind: Kind;
  arose: Section;
  draft: Draft;
  setDraft: (draft: Draft) => void;
  onDone: () => void;
  onKept?: (kind: Kind) => void;
}

function CaptureForm({ view, kind, arose, draft, setDraft, onDone, onKept }: CaptureFormProps) {
  const [section, setSection] = useState(arose);
  const [error, setError] = useState<string | null>(null);
  const keep = useKeep(view.plan.id);
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
      await keep[kind]({ ...draft, name }, section);
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
          view={view}
          draft={draft}
          setDraft={setDraft}
          onUnreadable={(is) => {
            isDayUnreadable.current = is;
          }}
        />
      )}
      <Select
        label="Came up in"
        data={allSections.map((value) => ({ value, label: sectionTitles[value] }))}
        value={section}
        onChange={(next) => setSection(keyIn(sectionTitles, next) ?? section)}
      />
      <Group justify="flex-end">
        <Button onClick={onDone}>Not now</Button>
        <Button variant="filled" onClick={() => void save()}>
          Keep it
        </Button>
      </Group>
    </div>
  );
}

interface WhoAndWhenProps extends Pick<CaptureFormProps, 'view' | 'draft' | 'setDraft'> {
  onUnreadable: (isUnreadable: boolean) => void;
}

/** An action has an owner on one side, and a day. */
function WhoAndWhen({ view, draft, setDraft, onUnreadable }: WhoAndWhenProps) {
  const people = view.people.filter((person) => !person.has_left);
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
      />
    </div>
  );
}

function useKeep(plan: string): Record<Kind, (draft: Draft, section: Section) => Promise<unknown>> {
  const park = useAct('add_parked_item');
  const decide = useAct('add_decision');
  const todo = useAct('add_action_item');
  return {
    parked: ({ name }, section) => park.attempt({ plan, values: { name, section } }),
    decision: ({ name }, section) => decide.attempt({ plan, values: { name, section } }),
    todo: ({ name, owner, due }, section) => todo.attempt({ plan, values: { name, owner, due, section } }),
  };
}
