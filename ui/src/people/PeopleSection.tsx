/** Everybody who takes part, by side: two columns of equal weight, and Leadership below, which leans to neither. */
import { ActionIcon, Menu } from '@mantine/core';
import { IconDoorEnter, IconDoorExit, IconDotsVertical, IconTrash } from '@tabler/icons-react';
import { type Output, useAct, useAsk } from '../api';
import { Section, type Side, SideBadge, SidePair, TextField, useRemoval } from '../shared';
import { AddPerson } from './AddPerson';
import classes from './People.module.css';

type Person = Output<'people'>['people'][number];

export function PeopleSection() {
  const people = useAsk('people', {});
  const company = useAsk('show_company', {});
  const all = people.data?.people ?? [];
  const ofSide = (side: Side) => all.filter((person) => person.side === side);
  const bothJobs = company.data?.company.one_person_does_both ?? false;
  return (
    <Section
      id="people"
      title="People"
      lead={
        company.data &&
        (bothJobs
          ? 'One person does both jobs here and signs for both sides. The plan says so openly.'
          : 'A plan comes into force when one person of each side has signed it. Leadership may witness, and never decides for a side.')
      }
    >
      {people.isSuccess && (
        <>
          <SidePair
            sales={<SideList side="sales" people={ofSide('sales')} />}
            marketing={<SideList side="marketing" people={ofSide('marketing')} />}
          />
          <div className={classes.leadership}>
            <SideBadge side="leadership" />
            <SideList side="leadership" people={ofSide('leadership')} />
          </div>
        </>
      )}
    </Section>
  );
}

function SideList({ side, people }: { side: Side; people: readonly Person[] }) {
  return (
    <>
      <ul className={classes.list}>
        {people.map((person) => (
          <PersonLine key={person.id} person={person} />
        ))}
      </ul>
      <AddPerson side={side} />
    </>
  );
}

function PersonLine({ person }: { person: Person }) {
  const edit = useAct('edit_person');
  const remove = useRemoval('remove_person');
  const save = (change: Partial<Person>) => edit.attempt({ id: person.id, change });
  return (
    <li className={classes.person} data-left={person.has_left || undefined}>
      <TextField
        label={`Name of ${person.name}`}
        hideLabel
        quiet
        needed
        value={person.name}
        save={(name) => save({ name })}
      />
      <TextField
        label={`Role of ${person.name}`}
        hideLabel
        quiet
        placeholder="Role"
        value={person.role}
        save={(role) => save({ role })}
      />
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={28} aria-label={`More for ${person.name}`}>
            <IconDotsVertical size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {(['sales', 'marketing', 'leadership'] as const)
            .filter((side) => side !== person.side)
            .map((side) => (
              <Menu.Item key={side} onClick={() => void edit.run({ id: person.id, change: { side } })}>
                Move to <SideBadge side={side} />
              </Menu.Item>
            ))}
          <Menu.Divider />
          <Menu.Item
            leftSection={person.has_left ? <IconDoorEnter size={16} /> : <IconDoorExit size={16} />}
            onClick={() => void edit.run({ id: person.id, change: { has_left: !person.has_left } })}
          >
            {person.has_left ? 'Takes part again' : 'Has left the company'}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash size={16} />}
            onClick={() => void remove({ id: person.id }, person.name)}
          >
            Remove
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {person.has_left && <span className={classes.left}>has left; what they signed stays readable</span>}
    </li>
  );
}
