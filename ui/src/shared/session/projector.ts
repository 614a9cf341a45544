/** Whether this stands on the projector: then sides and roles are shown in place of names, and nothing that is one side's own. */
import { createContext, useContext } from 'react';
import type { Person } from '../../api';
import { calledOnScreen } from './WhoWrites';

const Projector = createContext(false);

export const OnProjector = Projector.Provider;

export function useOnProjector(): boolean {
  return useContext(Projector);
}

/** Returns what people are called where this stands. */
export function useCalled(): (person: Person, people: readonly Person[]) => string {
  const isOnProjector = useOnProjector();
  return (person, people) => (isOnProjector ? calledOnScreen(person, people) : person.name);
}
