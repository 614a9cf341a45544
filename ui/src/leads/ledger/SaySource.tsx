/** Says the source of all leads that are listed at once, and how many that changes before it does. */
import { Autocomplete, Button, Group, Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type FormEvent, useRef, useState } from 'react';
import { asCallError, inWords, leaveAnd, useAct, useAsk } from '../../api';
import { useDraft, useFormats, useUndoOffer } from '../../shared';
import type { LedgerPlace } from '../places';
import { questionOf } from './questions';
import { changesInWords, leadsInWords } from './sourceChanges';
import { useChoices } from './useChoices';
import { WhatIsListed } from './views/WhatIsListed';

/** The ledger's title, which says how many leads are listed. */
export const ledgerTitle = 'ledger-title';

interface SaySourceProps {
  place: LedgerPlace;
  /** How many leads are listed. */
  total: number;
}

export function SaySource({ place, total }: SaySourceProps) {
  const [asking, setAsking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setAsking(false);
    setTimeout(() => button.current?.focus());
  };
  const { number } = useFormats();
  const these = total === 1 ? 'this lead' : `these ${number(total)} leads`;
  return (
    <>
      <Button ref={button} size="compact-md" onClick={() => setAsking(true)}>
        Say the source of {these}…
      </Button>
      <Modal
        opened={asking}
        onClose={() => leaveAnd(close)}
        title={`The source of ${these}`}
        returnFocus={false}
      >
        <SourceForm
          place={place}
          total={total}
          cancel={close}
          done={() => {
            setAsking(false);
            // The leads may be listed no longer, and this button with them.
            setTimeout(() => document.getElementById(ledgerTitle)?.focus());
          }}
        />
      </Modal>
    </>
  );
}

interface SourceFormProps extends SaySourceProps {
  cancel: () => void;
  done: () => void;
}

function SourceForm({ place, total, cancel, done }: SourceFormProps) {
  const setSource = useAct('set_source');
  const offerUndo = useUndoOffer();
  const { number } = useFormats();
  const { sources } = useChoices();
  const [typed, setTyped] = useState('');
  useDraft('Lead source', typed.trim() !== '', () => setTyped(''));
  const [error, setError] = useState<string | null>(null);
  const changes = useChanges(place, total, typed.trim());
  const say = async (event: FormEvent) => {
    event.preventDefault();
    const source = typed.trim();
    if (source === '') {
      setError('Say where they came from.');
      return;
    }
    try {
      const { outcome, step } = await setSource.attemptStep({ leads: questionOf(place), source });
      done();
      const { leads } = outcome;
      const said = `${leadsInWords(leads, number)} ${leads === 1 ? 'is' : 'are'} from “${source}” now.`;
      offerUndo(said, step);
    } catch (thrown) {
      setError(inWords(asCallError(thrown)));
    }
  };
  return (
    <form onSubmit={(event) => void say(event)}>
      <WhatIsListed place={place} />
      {/* Above the field: its list opens below it. */}
      <p role="status">{changes && changesInWords(changes, typed.trim(), number)}</p>
      <Autocomplete
        label="Lead source"
        description="The original channel, set once. What is said here stays, whatever a later export says."
        placeholder="Trade show"
        data={sources}
        value={typed}
        onChange={(next) => {
          setTyped(next);
          setError(null);
        }}
        error={error}
        data-autofocus
      />
      <Group mt="lg">
        <Button
          type="submit"
          variant="filled"
          loading={setSource.isRunning}
          disabled={changes?.changed === 0}
        >
          Say the source
        </Button>
        <Button variant="subtle" onClick={cancel}>
          Cancel
        </Button>
      </Group>
    </form>
  );
}

/** Returns how many leads would change; undefined while nobody knows. */
function useChanges(place: LedgerPlace, total: number, source: string) {
  const [settled] = useDebouncedValue(source, 200);
  // All of the listed leads have one source, or they differ.
  const one = place.source;
  const differ = one === undefined;
  const leads = questionOf(place);
  const same = useAsk(
    'list_leads',
    { ...leads, source: settled, limit: 1 },
    { enabled: differ && settled !== '', keep: true },
  );
  const none = useAsk('list_leads', { ...leads, source: '', limit: 1 }, { enabled: differ });
  if (one !== undefined) {
    const already = one !== '' && one === source ? total : 0;
    return { changed: total - already, already, replaced: one === '' ? 0 : total - already };
  }
  if (!none.data || (settled !== '' && !same.data)) return undefined;
  const already = settled === '' ? 0 : (same.data?.total ?? 0);
  return { changed: total - already, already, replaced: total - already - none.data.total };
}
