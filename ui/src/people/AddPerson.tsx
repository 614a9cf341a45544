/** Adds a person to a side: a name, then a role. */
import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { asCallError, inWords, useAct } from '../api';
import { type Side, sideNames } from '../shared';
import classes from './People.module.css';

export function AddPerson({ side }: { side: Side }) {
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  const [role, setRole] = useState('');
  const [error, setError] = useState<string | null>(null);
  const add = useAct('add_person');
  if (!opened) {
    return (
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={16} />}
        onClick={() => setOpened(true)}
      >
        Add a person<span className="visually-hidden"> to {sideNames[side]}</span>
      </Button>
    );
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await add.attempt({ name, role, side });
      setName('');
      setRole('');
      setError(null);
      setOpened(false);
    } catch (thrown) {
      setError(inWords(asCallError(thrown)));
    }
  };
  return (
    <form onSubmit={submit} className={classes.add} aria-label={`Add a person to ${sideNames[side]}`}>
      <TextInput
        aria-label="Name"
        placeholder="Name"
        autoFocus
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={error}
      />
      <TextInput
        aria-label="Role"
        placeholder="Role"
        autoComplete="off"
        value={role}
        onChange={(event) => setRole(event.currentTarget.value)}
      />
      <div className={classes.addButtons}>
        <Button type="submit" loading={add.isRunning}>
          Add
        </Button>
        <Button variant="subtle" onClick={() => setOpened(false)}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
