/** What the first screen does not show: it is loaded when somebody calls it, and otherwise once the first screen stands. */
import { type ComponentType, lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';

interface Opening {
  opened: boolean;
}

const parts: (() => Promise<unknown>)[] = [];

/** How long after the first screen the rest is loaded, in milliseconds: what the screen still asks goes first. */
const settled = 500;

/** Returns what opens, such as a dialog, in the place of the one that `load` brings. */
export function later<P extends Opening>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const Part = lazy(async () => ({ default: await load() }));
  parts.push(load);
  return function Later(props: P) {
    const [wasOpened, setWasOpened] = useState(props.opened);
    if (props.opened && !wasOpened) setWasOpened(true);
    if (!wasOpened) return null;
    return (
      <Suspense fallback={null}>
        <ClosedFirst part={Part} props={props} />
      </Suspense>
    );
  };
}

/** Puts a part in its place and then opens it: at that moment it notes what has the focus, to give it back in the end. */
function ClosedFirst<P extends Opening>({ part: Part, props }: { part: ComponentType<P>; props: P }) {
  const [stands, setStands] = useState(false);
  useEffect(() => setStands(true), []);
  return <Part {...props} opened={props.opened && stands} />;
}

/**
 * Returns a hook that gives what `load` brings once it is there, and nothing before. `wanted` loads it at once; otherwise
 * it comes with the rest.
 */
export function whenLoaded<P>(
  load: () => Promise<ComponentType<P>>,
): (wanted?: boolean) => ComponentType<P> | null {
  let loading: Promise<void> | undefined;
  let part: ComponentType<P> | null = null;
  const waiting = new Set<() => void>();
  const begin = () => {
    loading ??= load().then((loaded) => {
      part = loaded;
      for (const tell of waiting) tell();
    });
    return loading;
  };
  parts.push(begin);
  const subscribe = (tell: () => void) => {
    waiting.add(tell);
    return () => waiting.delete(tell);
  };
  return function useLoaded(wanted = false) {
    useEffect(() => {
      if (wanted) void begin();
    }, [wanted]);
    return useSyncExternalStore(subscribe, () => part);
  };
}

/** Loads all such parts once the first screen stands, so that they open at once. Mounted on it. */
export function useTheRest() {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const load of parts) void load();
    }, settled);
    return () => clearTimeout(timer);
  }, []);
}
