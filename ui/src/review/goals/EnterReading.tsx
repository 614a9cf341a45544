/** Enters how far a goal has come that no file tells of: where it stands, as of which day, and where the number comes from. */
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { asCallError, type GoalLine, inWords, useAct } from '../../api';
import { DayInput, useDraft, useFormats, useUndoOffer } from '../../shared';
import classes from './Goals.module.css';

interface EnterReadingProps {
  goal: GoalLine;
  asOf: string;
}

export function EnterReading({ goal, asOf }: EnterReadingProps) {
  const formats = useFormats();
  const enter = useAct('enter_goal_reading');
  const offerUndo = useUndoOffer();
  const [value, setValue] = useState('');
  const [note, setNote] = useState('');
  const [day, setDay] = useState<string | null>(asOf);
  const [unreadable, setUnreadable] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const empty = () => {
    setValue('');
    setNote('');
    setError(null);
  };
  const isTyped = value.trim() !== '' || note.trim() !== '';
  useDraft(`Number for ${goal.name}`, isTyped, empty);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    // The field says what is wrong with the day.
    if (unreadable || day === null) return;
    const read = formats.read(goal.unit, value);
    if (read === null) return setError('Enter a number first.');
    try {
      const done = await enter.attemptStep({ goal: goal.goal, day, value: read, note: note.trim() });
      empty();
      offerUndo(`Entered ${formats.value(goal.unit, read)} for “${goal.name}”.`, done.step);
    } catch (thrown) {
      setError(inWords(asCallError(thrown)));
    }
  };
  return (
    <form className={classes.enter} onSubmit={(event) => void save(event)} aria-label={`Enter ${goal.name}`}>
      <TextInput
        label={goal.adds_up ? 'In the year so far' : 'Where it stands'}
        inputMode="decimal"
        autoComplete="off"
        value={value}
        onChange={(event) => {
          setError(null);
          setValue(event.currentTarget.value);
        }}
        rightSection={formats.signOf(goal.unit)}
        rightSectionPointerEvents="none"
        rightSectionWidth={goal.unit === 'days' ? 48 : 32}
        error={error}
      />
      <DayInput label="As of" value={day} onChange={setDay} onUnreadable={setUnreadable} />
      <TextInput
        label="Where it comes from"
        placeholder="the survey of June"
        autoComplete="off"
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button type="submit" loading={enter.isRunning}>
        Enter
      </Button>
    </form>
  );
}
