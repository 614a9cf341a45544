/** Gives a name to what the ledger shows. */
import { Button, Group, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { asCallError, inWords, leaveAnd, tell, useAct } from '../../../api';
import { useDraft } from '../../../shared';
import type { LedgerPlace } from '../../places';
import { questionOf } from '../questions';
import { WhatIsListed } from './WhatIsListed';

interface SaveViewProps {
  opened: boolean;
  place: LedgerPlace;
  close: () => void;
}

export function SaveView({ opened, place, close }: SaveViewProps) {
  return (
    <Modal opened={opened} onClose={() => leaveAnd(close)} title="Save this view" returnFocus={false}>
      {opened && <NameForm place={place} close={close} />}
    </Modal>
  );
}

function NameForm({ place, close }: Omit<SaveViewProps, 'opened'>) {
  const add = useAct('add_lead_view');
  const [name, setName] = useState('');
  useDraft('Name of the view', name.trim() !== '', () => setName(''));
  const [error, setError] = useState<string | null>(null);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const view = await add.attempt({ name, leads: questionOf(place) });
      close();
      tell(`Saved the view “${view.name}”.`);
    } catch (thrown) {
      setError(inWords(asCallError(thrown)));
    }
  };
  return (
    <form onSubmit={(event) => void save(event)}>
      <WhatIsListed place={place} />
      <TextInput
        label="Name of the view"
        placeholder="Rejected this quarter"
        mt="md"
        value={name}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setError(null);
        }}
        error={error}
        data-autofocus
      />
      <Group mt="lg">
        <Button type="submit" variant="filled" loading={add.isRunning}>
          Save the view
        </Button>
        <Button variant="subtle" onClick={close}>
          Cancel
        </Button>
      </Group>
    </form>
  );
}
