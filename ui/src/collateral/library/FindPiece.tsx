/** Finds pieces by their words, as one types. */
import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import classes from '../Library.module.css';

/** How long to wait for the next letter. */
const PAUSE = 120;

export function FindPiece({ text, find }: { text: string; find: (text: string) => void }) {
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
    find(wanted);
  }, PAUSE);
  return (
    <TextInput
      className={classes.search}
      type="search"
      label="Find a piece"
      placeholder="words in the title or on any page"
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        settled(event.currentTarget.value);
      }}
      autoFocus
    />
  );
}
