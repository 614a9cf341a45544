/** What return slips say, before any of it is imported: each note with what becomes of it. */
import { Button, Modal } from '@mantine/core';
import { type NoteFate, type SlipFile, type SlipView, useAct, useAsk } from '../../api';
import { useUndoOffer } from '../../shared';
import classes from './FieldKit.module.css';
import { importedInWords, newNotes, slipsInWords } from './words';

export function ReturnSlips({ slips, onClose }: { slips: SlipFile[]; onClose: () => void }) {
  const views = useAsk('read_slips', { slips });
  const importing = useAct('import_slips');
  const offerUndo = useUndoOffer();
  const take = async () => {
    const done = await importing.runStep({ slips });
    if (!done) return;
    onClose();
    offerUndo(importedInWords(done.outcome), done.step);
  };
  const fresh = newNotes(views.data ?? []);
  return (
    <Modal opened onClose={onClose} size="xl" title={views.data ? slipsInWords(views.data) : 'Return slips'}>
      {views.isError && (
        <p role="alert">
          {views.error.message} {views.error.hint}
        </p>
      )}
      {views.data?.map((view) => (
        <Slip key={view.file_name} view={view} />
      ))}
      <div className={classes.actions}>
        <Button variant="default" onClick={onClose}>
          {fresh === 0 ? 'Close' : 'Import nothing'}
        </Button>
        {fresh > 0 && (
          <Button variant="filled" onClick={() => void take()}>
            {fresh === 1 ? 'Import the new note' : `Import ${fresh} new notes`}
          </Button>
        )}
      </div>
    </Modal>
  );
}

const fates: Record<NoteFate, string> = {
  new: 'New',
  known: 'Imported before',
  refused: 'Not imported',
};

function Slip({ view: { file_name, by, reason, notes } }: { view: SlipView }) {
  return (
    <section aria-label={file_name}>
      <h3>{by ? `Said by ${by}` : file_name}</h3>
      {reason && <p>{reason}</p>}
      <ul className={classes.notes}>
        {notes.map(({ fate, words, reason }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: notes that cannot be read have nothing else, and none moves
          <li key={place}>
            <strong>{fates[fate]}</strong> {words} {reason && <span className="soft">{reason}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
