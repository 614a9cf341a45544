/** Who sees to something: a person of either side, with the mark of the side. */
import { useAsk } from '../../api';
import { OptionalSelectField, SideMark, sideNames } from '../../shared';
import { useCalled } from '../../shared/session/projector';
import classes from './Minutes.module.css';

interface OwnerProps {
  /** What the field is called. */
  label: string;
  owner: string | null;
  save: (owner: string | null) => Promise<unknown>;
  locked: boolean;
}

export function Owner({ label, owner, save, locked }: OwnerProps) {
  const people = useAsk('people', {}).data?.people ?? [];
  const called = useCalled();
  const known = people.find(({ id }) => id === owner);
  return (
    <span className={classes.owner}>
      {known && <SideMark side={known.side} />}
      <OptionalSelectField
        label={label}
        hideLabel
        quiet
        placeholder="no owner yet"
        value={owner}
        options={people
          .filter((person) => !person.has_left || person.id === owner)
          .map((person) => ({
            value: person.id,
            label: person.has_left ? `${called(person, people)} (has left)` : called(person, people),
            group: sideNames[person.side],
          }))}
        save={save}
        locked={locked}
      />
    </span>
  );
}
