/** Whether what was typed is in the file, in words. Announced politely, because nobody should have to look. */
import { namesOfFields, type SaveState, useSaveState, useWrongFields } from '../api';
import { useFormats } from '../shared';
import classes from './TopBar.module.css';

function inWords(state: SaveState, clock: (at: Date) => string): string {
  switch (state.kind) {
    case 'untouched':
      return '';
    case 'saving':
      return 'Saving…';
    case 'saved':
      return `Saved ${clock(state.at)}`;
    case 'failed': {
      const { code, message, saysNotSaved } = state.error;
      // A rule that said no is told where it happened; it is no trouble with saving.
      if (code === 'refused' || code === 'invalid' || code === 'conflict' || code === 'not_found') return '';
      return saysNotSaved ? message : `Not saved: ${message}`;
    }
  }
}

export function SaveWords() {
  const state = useSaveState();
  const { clock } = useFormats();
  const wrong = useWrongFields();
  // “Saved” would be about everything; a field that could not be saved says why itself.
  const words = wrong.length > 0 ? `Not saved: ${namesOfFields(wrong)}` : inWords(state, clock);
  return (
    <span
      className={classes.save}
      data-failed={wrong.length > 0 || state.kind === 'failed' || undefined}
      role="status"
    >
      {words}
    </span>
  );
}
