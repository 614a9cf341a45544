/** Whether what was typed is in the file, in words. Announced politely, because nobody should have to look. */
import { type SaveState, useSaveState } from '../api';
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
      const { code, message } = state.error;
      // A rule that said no is told where it happened; it is no trouble with saving.
      if (code === 'refused' || code === 'invalid' || code === 'conflict' || code === 'not_found') return '';
      return message.startsWith('Not saved') ? message : `Not saved: ${message}`;
    }
  }
}

export function SaveWords() {
  const state = useSaveState();
  const { clock } = useFormats();
  return (
    <span className={classes.save} data-failed={state.kind === 'failed' || undefined} role="status">
      {inWords(state, clock)}
    </span>
  );
}
