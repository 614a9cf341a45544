/** Which side is at the keyboard. On the projector sides and roles are shown, no names. */
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type Person, type Side, useAct, useAsk } from '../../api';
import { SideBadge, SideMark, sideNames } from '..';

const sides: readonly Side[] = ['sales', 'marketing', 'leadership'];

/** Returns what a person is called on the projector. */
export function calledOnScreen(person: Person, people: readonly Person[]): string {
  const peers = people.filter((other) => other.side === person.side && !other.has_left);
  if (peers.length <= 1) return sideNames[person.side];
  const alike = peers.filter((other) => other.role === person.role);
  const role = person.role || sideNames[person.side];
  return alike.length > 1 ? `${role} ${alike.indexOf(person) + 1}` : role;
}

export function WhoWrites() {
  const { data } = useAsk('people', {});
  const sitDown = useAct('set_current_user');
  const people = data?.people.filter((person) => !person.has_left) ?? [];
  const here = people.find((person) => person.id === data?.here);
  if (!data) return null;
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Button size="compact-sm" fullWidth rightSection={<IconChevronDown size={16} aria-hidden />}>
          {here ? (
            <>
              <SideBadge side={here.side} />
              <span className="visually-hidden"> is at the keyboard, change</span>
            </>
          ) : (
            'Who writes?'
          )}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {sides.flatMap((side) =>
          people
            .filter((person) => person.side === side)
            .map((person) => (
              <Menu.Item
                key={person.id}
                leftSection={<SideMark side={side} />}
                disabled={person.id === here?.id}
                onClick={() => void sitDown.run({ person: person.id })}
              >
                {calledOnScreen(person, people)}
              </Menu.Item>
            )),
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
