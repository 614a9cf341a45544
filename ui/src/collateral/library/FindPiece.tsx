/** Finds pieces by their words, as one types. */
import { TextInput } from '@mantine/core';
import { useTypedSearch } from '../../shared';
import classes from '../Library.module.css';

/** How long to wait for the next letter. */
const PAUSE = 120;

export function FindPiece({ text, find }: { text: string; find: (text: string) => void }) {
  const [typed, type] = useTypedSearch(text, find, PAUSE);
  return (
    <TextInput
      className={classes.search}
      type="search"
      label="Find a piece"
      placeholder="words in the title or on any page"
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      autoFocus
    />
  );
}
