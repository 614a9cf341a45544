/**
 * How the page speaks to the core. `useAsk` for what a screen shows, `useAct` for what a person does; the names and
 * their types come from the core's one table. After every commit the shell says `changed` and what is on screen is
 * asked again: that is the whole cache policy.
 */
import { keepPreviousData, QueryClient, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { callCore, onChanged } from '../platform';
import { asCallError, type CallError } from './errors';
import { saveAllFields } from './flush';
import type { Commands } from './generated';
import { whileSaving } from './saving';
import { tellError, withdrawUndoOffers } from './telling';

export { asCallError, CallError, inWords } from './errors';
export { announceUnsaved, saveAllFields } from './flush';
export type * from './generated';
export { forgetSaving, type SaveState, useSaveState } from './saving';
export { tell, tellError, tellSetting, tellUndo } from './telling';

/** The name of a command of the core; of one that does something; of one that only asks. */
export type Command = keyof Commands;
export type ActionName = { [K in Command]: Commands[K]['kind'] extends 'action' ? K : never }[Command];
export type QueryName = Exclude<Command, ActionName>;
export type Input<K extends Command> = Commands[K]['input'];
export type Output<K extends Command> = Commands[K]['output'];

/** Calls one command of the core. Screens use `useAsk` and `useAct`; this is what they stand on. */
export async function call<K extends Command>(name: K, input: Input<K>): Promise<Output<K>> {
  try {
    return (await callCore(name, input)) as Output<K>;
  } catch (thrown) {
    throw asCallError(thrown);
  }
}

/** Returns the cache of answers, set so that only `changed` makes them old. */
export function answers(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 60_000,
        retry: false,
        // There is no network, so there is no being offline either.
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
    },
  });
}

/** What a screen asks. `keep` shows the last answer while the next is on its way (for input that changes often). */
export function useAsk<K extends QueryName>(
  name: K,
  input: Input<K>,
  options: { enabled?: boolean; keep?: boolean } = {},
) {
  return useQuery<Output<K>, CallError>({
    queryKey: [name, input],
    queryFn: () => call(name, input),
    enabled: options.enabled ?? true,
    placeholderData: options.keep ? keepPreviousData : undefined,
  });
}

/** Asks again whatever is on screen, each time something was committed; for as long as the page lives. */
export function keepFresh(client: QueryClient) {
  onChanged(() => void client.invalidateQueries());
}

/** What a person does. */
export interface Act<K extends ActionName> {
  /** Does it. Gives undefined when it failed; the person was told. */
  run: (input: Input<K>) => Promise<Output<K> | undefined>;
  /** Does it, and leaves the telling to the caller: throws a `CallError`. For forms and fields. */
  attempt: (input: Input<K>) => Promise<Output<K>>;
  isRunning: boolean;
}

/** Returns how to do one of the core's actions. What is typed in other fields is saved before it runs. */
export function useAct<K extends ActionName>(name: K): Act<K> {
  const [running, setRunning] = useState(0);
  const attempt = useCallback(
    async (input: Input<K>) => {
      setRunning((count) => count + 1);
      try {
        await saveAllFields();
        return await act(name, input);
      } finally {
        setRunning((count) => count - 1);
      }
    },
    [name],
  );
  const run = useCallback(
    async (input: Input<K>) => {
      try {
        return await attempt(input);
      } catch (thrown) {
        tellError(asCallError(thrown));
        return undefined;
      }
    },
    [attempt],
  );
  return { run, attempt, isRunning: running > 0 };
}

/** Does one of the core's actions and follows it in the save state. Fields that save themselves use it directly. */
export function act<K extends ActionName>(name: K, input: Input<K>): Promise<Output<K>> {
  withdrawUndoOffers();
  return whileSaving(call(name, input), asCallError);
}
