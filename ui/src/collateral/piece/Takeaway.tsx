/** Takes a piece out of the library: opened with the system's program or browser, saved as a copy. The shell counts it. */
import { Button } from '@mantine/core';
import { type PieceLine, tell } from '../../api';
import { haveShell } from '../../shared/shell';
import classes from './Piece.module.css';

export function Takeaway({ line: { piece, version } }: { line: PieceLine }) {
  const save = async () => {
    const saved = await haveShell('save_piece_file', { piece: piece.id });
    if (saved) tell(`Saved a copy: ${saved.label}`);
  };
  if (!version) {
    return (
      <div className={classes.actions}>
        <Button variant="default" onClick={() => void haveShell('open_piece_link', { piece: piece.id })}>
          Open the link
        </Button>
        <span className="soft">{piece.link}</span>
      </div>
    );
  }
  return (
    <div className={classes.actions}>
      <Button variant="default" onClick={() => void haveShell('open_piece_file', { piece: piece.id })}>
        Open
      </Button>
      <Button variant="default" onClick={() => void save()}>
        Save a copy…
      </Button>
    </div>
  );
}
