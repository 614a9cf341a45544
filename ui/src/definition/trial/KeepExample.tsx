/** Keeps the lead that was tried as a worked example, with the verdict that it got. */
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { asCallError, inWords, type JudgedLead, tell, useAct } from '../../api';
import { scrollThere, verdictNames } from '../../shared';
import { type Facts, nameOf } from './facts';
import classes from './Trial.module.css';

interface KeepExampleProps {
  definition: string;
  facts: Facts;
  judged: JudgedLead;
}

export function KeepExample({ definition, facts, judged }: KeepExampleProps) {
  const add = useAct('add_example');
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const name = typed ?? nameOf(facts);
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') {
      setError('Say what it is an example of.');
      return;
    }
    try {
      const kept = await add.attempt({
        definition,
        values: { name: name.trim(), facts, verdict: judged.verdict },
      });
      setTyped(null);
      setError(null);
      tell(`Kept “${kept.name}” as a worked example.`, '', {
        name: 'Go there',
        run: () => scrollThere('examples', kept.id),
      });
    } catch (thrown) {
      setError(inWords(asCallError(thrown)));
    }
  };
  return (
    <form className={classes.keep} onSubmit={(event) => void keep(event)}>
      <TextInput
        label="Name of the example"
        placeholder="A clinic that asks for a price"
        value={name}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setError(null);
        }}
        error={error}
      />
      <Button type="submit" loading={add.isRunning}>
        Keep as worked example
      </Button>
      <p className="soft small">Every later change must still find it “{verdictNames[judged.verdict]}”.</p>
    </form>
  );
}
