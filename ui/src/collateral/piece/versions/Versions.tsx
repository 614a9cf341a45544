/** The files that a piece was, the latest first; two of them can be compared. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { type Output, tell } from '../../../api';
import { sizeInWords, useFormats } from '../../../shared';
import { haveShell } from '../../../shared/shell';
import { useWho } from '../../parts/useWho';
import classes from '../Piece.module.css';
import { CompareDialog } from './CompareDialog';

export function Versions({ view: { piece, versions, state } }: { view: Output<'open_piece'> }) {
  const { instant, number } = useFormats();
  const who = useWho();
  const [compares, setCompares] = useState(false);
  const addVersion = async () => {
    const added = await haveShell('choose_new_version', { piece: piece.id });
    if (added) tell('A new version: both sides approve it anew.', added.note);
  };
  if (versions.length === 0) return null;
  return (
    <section aria-labelledby="piece-versions">
      <h3 id="piece-versions">{versions.length === 1 ? 'Its file' : 'Its versions'}</h3>
      <ul className={classes.versions}>
        {versions.map((version) => (
          <li key={version.id}>
            {version.file_name}
            <span className="soft">
              {' '}
              {sizeInWords(version.size, number)}, {instant(version.added_at)}
              {who(version.added_by) ? `, ${who(version.added_by)}` : ''}
            </span>
            {version.trouble && <p className={classes.said}>{version.trouble}</p>}
          </li>
        ))}
      </ul>
      <div className={classes.versionDeeds}>
        {(state === 'draft' || state === 'approved') && (
          <Button variant="default" onClick={() => void addVersion()}>
            New version…
          </Button>
        )}
        {versions.length > 1 && (
          <>
            <Button variant="default" onClick={() => setCompares(true)}>
              Compare versions…
            </Button>
            <CompareDialog
              piece={piece.id}
              versions={versions}
              opened={compares}
              onClose={() => setCompares(false)}
            />
          </>
        )}
      </div>
    </section>
  );
}
