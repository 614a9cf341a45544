/** The menu of people who may sit down at the keyboard. Loaded once the first screen stands; until then its button does. */
import { Menu } from '@mantine/core';
import { IconCheck, IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useAct } from '../api';
import { type Side, SideBadge } from '../shared';
import { type Person, WhoButton } from './WhoButton';

const sides: readonly Side[] = ['sales', 'marketing', 'leadership'];

export interface WhoMenuProps {
  taking: readonly Person[];
  here: Person | undefined;
  /** Whether the menu was called for before it was there. */
  called: boolean;
  /** Whether the button in whose place it comes had the keyboard. */
  takesFocus: boolean;
}

export function WhoMenu({ taking, here, called, takesFocus }: WhoMenuProps) {
  const sitDown = useAct('set_current_user');
  const button = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only as it comes into its place
  useEffect(() => {
    if (takesFocus) button.current?.focus();
  }, []);
  return (
    <Menu position="bottom-end" width={280} defaultOpened={called}>
      <Menu.Target>
        <WhoButton here={here} ref={button} />
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
