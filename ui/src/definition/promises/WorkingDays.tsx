/** The days that promises count: on which days of the week people work, and on which days nobody does. */
import { ActionIcon, Button, Chip, Group } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useAct } from '../../api';
import { Block, DayInput, useChoiceSave, useDraft, useFormats } from '../../shared';
import type { SectionProps } from '../sectionProps';
import { weekdays } from '../words';
import classes from './Promises.module.css';

export function WorkingDays({ view, editable }: SectionProps) {
  return (
    <Block title="Which days count" lead="Promises in days count working days only.">
      <Weekdays view={view} editable={editable} />
      <Holidays view={view} editable={editable} />
    </Block>
  );
}

function Weekdays({ view, editable }: SectionProps) {
  const edit = useAct('edit_definition');
  const { id, working_days: days } = view.definition;
  const { shown, choose, error } = useChoiceSave(days, (working_days) =>
    edit.attempt({ id, change: { working_days } }),
  );
  if (!editable)
    return <p>{weekdays.filter((_, place) => days.includes(place + 1)).join(', ')} are working days.</p>;
  return (
    <fieldset className={classes.week}>
      <legend className={classes.legend}>Working days</legend>
      <Chip.Group multiple value={shown.map(String)} onChange={(next) => choose(next.map(Number))}>
        <Group gap="xs">
          {weekdays.map((name, place) => (
            <Chip key={name} value={String(place + 1)} size="sm" variant="outline">
              {name}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {error && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

const dayOff = 'A day on which nobody works';

function Holidays({ view, editable }: SectionProps) {
  const edit = useAct('edit_definition');
  const { day: written } = useFormats();
  const [draft, setDraft] = useState<string | null>(null);
  const [isUnreadable, setUnreadable] = useState(false);
  useDraft(dayOff, draft !== null || isUnreadable, () => setDraft(null));
  const { id, holidays } = view.definition;
  const save = (days: string[]) => edit.run({ id, change: { holidays: days } });
  // Added when it is said to be whole: half a year typed is a day, too.
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (draft === null) return;
    if (holidays.includes(draft) || (await save([...holidays, draft]))) setDraft(null);
  };
  return (
    <div className={classes.holidays}>
      {holidays.length > 0 && (
        <ul className={classes.days} aria-label="Days on which nobody works">
          {holidays.map((day) => (
            <li key={day} className={classes.day}>
              {written(day)}
              {editable && (
                <ActionIcon
                  size={24}
                  aria-label={`Remove ${written(day)}`}
                  onClick={() => void save(holidays.filter((other) => other !== day))}
                >
                  <IconX size={14} aria-hidden />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
      )}
      {editable && (
        <form className={classes.addDay} onSubmit={(event) => void add(event)}>
          <DayInput label={dayOff} w="16rem" value={draft} onChange={setDraft} onUnreadable={setUnreadable} />
          <Button type="submit" disabled={draft === null}>
            Add this day
          </Button>
        </form>
      )}
    </div>
  );
}
