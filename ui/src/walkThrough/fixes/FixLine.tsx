/** One fix: a tick when it is done, its owner and its day, and where it was found. */
import { ActionIcon, Checkbox, Menu } from '@mantine/core';
import { IconDotsVertical, IconTrash } from '@tabler/icons-react';
import { type Fix, type FixLine as Line, useAct, useAsk, type WalkStep } from '../../api';
import { PieceLink } from '../../collateral/parts/PieceLink';
import {
  AreaField,
  DayField,
  OptionalSelectField,
  SideMark,
  StatusMark,
  useChoiceSave,
  useFormats,
  useRemoval,
} from '../../shared';
import { calledOnScreen } from '../../shared/session/WhoWrites';
import { fixStates, isDone } from '../words';
import classes from './Fixes.module.css';

interface FixLineProps {
  line: Line;
  /** The steps in which it may have been found; none where its walk-through is not the one that stands open. */
  steps: readonly WalkStep[];
  writable: boolean;
  names: boolean;
}

export function FixLine({ line, steps, writable, names }: FixLineProps) {
  const { fix, state } = line;
  const { day } = useFormats();
  const edit = useAct('edit_fix');
  const remove = useRemoval('remove_fix');
  const people = useAsk('people', {}).data?.people ?? [];
  const change = (values: Partial<Fix>) => edit.attempt({ id: fix.id, change: values });
  const owner = people.find(({ id }) => id === fix.owner);
  const name = fix.name || 'this fix';
  const wasMoved = fix.due !== fix.due_first;
  return (
    <li className={classes.fix} id={fix.id}>
      <Done fix={fix} save={(done_on) => change({ done_on })} writable={writable} />
      <AreaField
        label="What is to be mended"
        hideLabel
        quiet
        minRows={1}
        value={fix.name}
        locked={!writable}
        save={(text) => change({ name: text })}
      />
      <span className={classes.state}>
        <StatusMark {...fixStates[state]} />
      </span>
      {writable && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon aria-label={`More about ${name}`}>
              <IconDotsVertical size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconTrash size={16} />}
              onClick={() => void remove({ id: fix.id }, name)}
            >
              Remove
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      <div className={classes.about}>
        <span className={classes.owner}>
          {owner && <SideMark side={owner.side} />}
          <OptionalSelectField
            label={`Who mends ${name}`}
            hideLabel
            quiet
            placeholder="no owner yet"
            value={fix.owner}
            options={people
              .filter((person) => !person.has_left || person.id === fix.owner)
              .map((person) => ({
                value: person.id,
                label: names && person.name ? person.name : calledOnScreen(person, people),
              }))}
            save={(person) => change({ owner: person })}
            locked={!writable}
          />
        </span>
        {isDone(state) && fix.done_on ? (
          <span className="soft">on {day(fix.done_on)}</span>
        ) : (
          <DayField
            label={`Until when ${name}`}
            hideLabel
            quiet
            needed
            value={fix.due}
            save={(due) => change(due ? { due } : {})}
            locked={!writable}
            className={classes.day}
          />
        )}
        {wasMoved && <span className="soft">first due on {day(fix.due_first)}</span>}
        {steps.length > 0 ? (
          <OptionalSelectField
            label={`In which step ${name} was found`}
            hideLabel
            quiet
            placeholder="no step"
            value={line.step_name === null ? null : fix.step}
            options={steps.map((step) => ({ value: step.id, label: step.name || 'A step without a name' }))}
            save={(step) => change({ step })}
            locked={!writable}
            className={classes.step}
          />
        ) : (
          line.step_name && <span className="soft">{line.step_name}</span>
        )}
        {line.piece && (
          <span>
            <PieceLink id={line.piece.id} title={line.piece.title} />
          </span>
        )}
      </div>
    </li>
  );
}

interface DoneProps {
  fix: Fix;
  save: (day: string | null) => Promise<unknown>;
  writable: boolean;
}

function Done({ fix, save, writable }: DoneProps) {
  const { today } = useFormats();
  const { shown, choose, error } = useChoiceSave(fix.done_on !== null, (done) => save(done ? today() : null));
  return (
    <Checkbox
      aria-label={`Done: ${fix.name || 'this fix'}`}
      checked={shown}
      onChange={(event) => void choose(event.currentTarget.checked)}
      disabled={!writable}
      error={error}
    />
  );
}
