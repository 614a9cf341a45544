/** All rooms, for a page of one room that shows what the others hand it. The frame provides them: no room imports the list. */
import { createContext, useContext } from 'react';
import type { Room } from './room';

export const AllRooms = createContext<readonly Room[]>([]);

/** Returns all rooms, in their order. */
export function useRooms(): readonly Room[] {
  return useContext(AllRooms);
}

/** Returns the room of this name in the core. */
export function useRoom(name: string): Room | undefined {
  return useContext(AllRooms).find((room) => room.name === name);
}
