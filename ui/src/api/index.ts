/**
 * How the page speaks to the core. `useAsk` for what a screen shows, `useAct` for what a person does; the names and
 * their types come from the core's one table. After every commit the shell says which tables changed, and what is on screen
 * and rests on one of them is asked again: that is the whole cache policy (`platform/reads.ts`).
 */
import { keepPreviousData, type Query, QueryClient, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { callCore, forget, mayBeOld, onChanged } from '../platform';
import { asCallError, CallError } from './errors';
import { namesOfFields, saveAllFields, settleAllFields } from './flush';
import type { Commands, UndoStep } from './generated';
import { whileSaving } from './saving';
import { tellError, withdrawUndoOffers } from './telling';
import { inTurn } from './turns';

export { asCallError, CallError, inWords } from './errors';
export {
  announceField,
  fieldsChanged,
  namesOfFields,
  saveAllFields,
  settleAllFields,
  type TypedField,
  useWrongFields,
} from './flush';
export type * from './generated';
export { askWhenLeaving, leaveAnd, mayLeave } from './leaving';
export { forgetSaving, type SaveState, useSaveState } from './saving';
export { tell, tellError, tellLost, tellSetting, tellUndo } from './telling';

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

/** Returns the cache of answers, set so that only a change makes them old. */
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

/** Asks again what is on screen and may be old, each time something was committed; for as long as the page lives. */
export function keepFresh(client: QueryClient) {
  client.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'removed') forget(query.queryKey);
  });
  onChanged((changed) => {
    const isOld = mayBeOld(changed);
    // What is being asked just now may have been answered before the change.
    const predicate = ({ queryKey, state }: Query) => state.fetchStatus === 'fetching' || isOld(queryKey);
    void client.invalidateQueries({ predicate });
  });
}

/** What a person does. */
export interface Act<K extends ActionName> {
  /** Does it. Gives undefined when it failed; the person was told. */
  run: (input: Input<K>) => Promise<Output<K> | undefined>;
  /** Does it, and leaves the telling to the caller: throws a `CallError`. For forms and fields. */
  attempt: (input: Input<K>) => Promise<Output<K>>;
  /** As `run`, and gives the step by which it can be taken back, for `tellUndo`. */
  runStep: (input: Input<K>) => Promise<Done<K> | undefined>;
  /** As `attempt`, and gives the step by which it can be taken back, for `tellUndo`. */
  attemptStep: (input: Input<K>) => Promise<Done<K>>;
  isRunning: boolean;
}

/** What came of an action, and the step that it was; null when it changed nothing. */
export interface Done<K extends ActionName> {
  outcome: Output<K>;
  step: UndoStep | null;
}

/** What must not happen while a field holds something that is not in the file: it would be about less than what is seen. */
const needsAllSaved: ReadonlySet<ActionName> = new Set(['propose', 'sign', 'undo', 'redo']);

const saveFieldsBefore = (name: ActionName) =>
  needsAllSaved.has(name) ? saveFieldsOrRefuse() : saveAllFields();

/** Saves what is typed in every field. Throws a `CallError` that names the fields that could not be saved. */
export async function saveFieldsOrRefuse(): Promise<void> {
  const unsaved = await settleAllFields();
  if (unsaved.length === 0) return;
  const one = new Set(unsaved).size === 1;
  throw new CallError({
    code: 'refused',
    message: `${namesOfFields(unsaved)} ${one ? 'holds' : 'hold'} something that is not saved.`,
    hint: `Nothing was done. Put ${one ? 'it' : 'them'} right, or back to what stood there, then do it again.`,
    field: null,
  });
}

/**
 * Returns how to do one of the core's actions. What is typed in other fields is saved before it runs; what is about the
 * whole (a signature, an undo) does not run while something could not be saved.
 */
export function useAct<K extends ActionName>(name: K): Act<K> {
  const [running, setRunning] = useState(0);
  const following = useCallback(
    async <T>(work: () => Promise<T>): Promise<T> => {
      setRunning((count) => count + 1);
      try {
        await saveFieldsBefore(name);
        return await work();
      } finally {
        setRunning((count) => count - 1);
      }
    },
    [name],
  );
  const attempt = useCallback((input: Input<K>) => following(() => act(name, input)), [name, following]);
  const attemptStep = useCallback(
    (input: Input<K>) => following(() => actWithStep(name, input)),
    [name, following],
  );
  const run = useCallback((input: Input<K>) => attempt(input).catch(told), [attempt]);
  const runStep = useCallback((input: Input<K>) => attemptStep(input).catch(told), [attemptStep]);
  return { run, attempt, runStep, attemptStep, isRunning: running > 0 };
}

function told(thrown: unknown): undefined {
  tellError(asCallError(thrown));
}

/** Does one of the core's actions and follows it in the save state. Fields that save themselves use it directly. */
export function act<K extends ActionName>(name: K, input: Input<K>): Promise<Output<K>> {
  withdrawUndoOffers();
  return whileSaving(
    inTurn(() => call(name, input)),
    asCallError,
  );
}

/** Does one of the core's actions, and finds out which step it was before anything else is done. */
function actWithStep<K extends ActionName>(name: K, input: Input<K>): Promise<Done<K>> {
  withdrawUndoOffers();
  const lastStep = async () => (await call('what_can_be_undone', {})).undo;
  const work = async () => {
    const before = await lastStep();
    const outcome = await call(name, input);
    // It is done, whatever comes of the question: without an answer nothing is offered.
    const after = await lastStep().catch(() => null);
    return { outcome, step: after?.entry === before?.entry ? null : after };
  };
  return whileSaving(inTurn(work), asCallError);
}
