/** Puts the rooms' commands into the window's menu: the shell knows no room by name. */
import { useEffect } from 'react';
import { tellError } from '../api';
import type { RoomItem } from '../platform';
import { useAllCommands } from '../shared/commands/commands';
import { askShell } from '../shared/shell';

export function RoomMenu() {
  const items: RoomItem[] = useAllCommands().flatMap(({ id, name, menu }) =>
    menu ? [{ id, text: name, menu }] : [],
  );
  const told = JSON.stringify(items);
  useEffect(() => void askShell('set_room_menu', { items: JSON.parse(told) }).catch(tellError), [told]);
  return null;
}
