/** Who sits at the keyboard. Every change carries that name, so it stands at the top and is one click to change. */
import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconChevronDown, IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useAct, useAsk } from '../api';
import { type Side, SideBadge, sideNames } from '../shared';
import classes from './TopBar.module.css';

const sides: readonly Side[] = ['sales', 'marketing', 'leadership'];

export function WhoIsHere() {
  const people = useAsk('people', {});
  const sitDown = useAct('sit_down');
  const taking = people.data?.people.filter((person) => !person.has_left) ?? [];
  const here = taking.find((person) => person.id === people.data?.here);
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <UnstyledButton
          className={classes.who}
          aria-label={
            here ? `At the keyboard: ${here.name}, ${sideNames[here.side]}` : 'Who is at the keyboard?'
          }
        >
          {here ? <SideBadge side={here.side}>{here.name}</SideBadge> : <span>Who is here?</span>}
          <IconChevronDown size={16} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {sides.map((side) => {
          const ofSide = taking.filter((person) => person.side === side);
          if (ofSide.length === 0) return null;
          return (
            <div key={side}>
              <Menu.Label>
                <SideBadge side={side} />
              </Menu.Label>
              {ofSide.map((person) => (
                <Menu.Item
                  key={person.id}
                  onClick={() => person.id !== here?.id && void sitDown.run({ person: person.id })}
                  rightSection={person.id === here?.id ? <IconCheck size={16} aria-label="is here" /> : null}
                >
                  {person.name}
                  {person.role && <div className="small faint">{person.role}</div>}
                </Menu.Item>
              ))}
            </div>
          );
        })}
        <Menu.Divider />
        <Menu.Item component={Link} to="/people" leftSection={<IconUsers size={16} />}>
          Add or change people
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
