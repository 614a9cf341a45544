/** Adds files to the library: which, how far it is, and what became of each. */
import { Button, Modal, Progress } from '@mantine/core';
import { useEffect, useState } from 'react';
import { type AddedFile, tell } from '../../api';
import { onShell, type ShellEvents } from '../../platform';
import { askShell, haveShell } from '../../shared/shell';
import { addedInWords } from '../words';
import classes from './Adding.module.css';

export function AddFiles() {
  const [progress, setProgress] = useState<ShellEvents['adding-progress']>(null);
  const [became, setBecame] = useState<readonly AddedFile[] | null>(null);
  const add = async () => {
    const added = await haveShell('choose_files_to_add', {});
    if (!added) return;
    if (added.stopped) return tell('Stopped: nothing was added.');
    const isPlain = added.files.every(({ became, note }) => became === 'added' && note === '');
    if (isPlain) tell(`${addedInWords(added.files)}.`);
    else setBecame(added.files);
  };
  useEffect(() => onShell('adding-progress', setProgress), []);
  return (
    <>
      <Button variant="filled" onClick={() => void add()} loading={progress !== null}>
        Add files…
      </Button>
      <Modal
        opened={progress !== null && progress.of > 1}
        onClose={() => void askShell('stop_adding', {})}
        title="Adding to the library"
        closeOnClickOutside={false}
      >
        {progress && (
          <>
            <p className={classes.progress} role="status">
              {progress.done + 1} of {progress.of}: {progress.file_name}
            </p>
            <Progress value={(100 * progress.done) / progress.of} aria-label="How far it is" />
            <div className={classes.actions}>
              <Button variant="default" onClick={() => void askShell('stop_adding', {})}>
                Stop, add nothing
              </Button>
            </div>
          </>
        )}
      </Modal>
      <Modal
        opened={became !== null}
        onClose={() => setBecame(null)}
        title={became ? addedInWords(became) : ''}
        size="lg"
      >
        {became && <Became files={became} />}
        <div className={classes.actions}>
          <Button onClick={() => setBecame(null)}>Close</Button>
        </div>
      </Modal>
    </>
  );
}

const words = {
  added: 'Added',
  version: 'New version',
  known: 'Known already',
  refused: 'Not added',
} as const;

/** What is to be said of some of the files; those of which nothing is to be said are counted in the title. */
function Became({ files }: { files: readonly AddedFile[] }) {
  const said = files.filter(({ became, note }) => became !== 'added' || note !== '');
  return (
    <ul className={classes.files}>
      {said.map(({ file_name, became, note }) => (
        <li key={file_name}>
          <strong>{file_name}</strong> <span className="soft">{words[became]}.</span> {note}
        </li>
      ))}
    </ul>
  );
}
