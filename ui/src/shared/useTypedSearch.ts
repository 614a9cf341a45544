/** Words that are looked for as one types them: what is asked follows a moment later, trimmed. */
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';

/** Returns what is typed, spaces and all, and how it changes. `pause` is how long to wait for the next letter, in milliseconds. */
export function useTypedSearch(
  text: string,
  search: (text: string) => void,
  pause: number,
): [typed: string, type: (text: string) => void] {
  const [typed, setTyped] = useState(text);
  const asked = useRef(text);
  useEffect(() => {
    // What comes back from our own asking is no news.
    if (text === asked.current) return;
    asked.current = text;
    setTyped(text);
  }, [text]);
  const settled = useDebouncedCallback((now: string) => {
    const wanted = now.trim();
    if (wanted === asked.current) return;
    asked.current = wanted;
    search(wanted);
  }, pause);
  const type = (now: string) => {
    setTyped(now);
    settled(now);
  };
  return [typed, type];
}
