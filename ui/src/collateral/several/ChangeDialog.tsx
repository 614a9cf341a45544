/** Changes several pieces at once: what is filled in changes in each of them, and all of it is one step. */
import { Modal } from '@mantine/core';
import { useRef, useState } from 'react';
import { leaveAnd, useAct } from '../../api';
import { useDraft, useFormats, useOnTop, useUndoOffer } from '../../shared';
import { SmallForm } from '../parts/SmallForm';
import { useRefused } from '../parts/useRefused';
import { ChangeFields, refusable } from './ChangeFields';
import { changesOf, nothingFilled } from './changes';
import { piecesInWords } from './words';

interface ChangeDialogProps {
  ids: readonly string[];
  opened: boolean;
  onClose: () => void;
}

export function ChangeDialog({ ids, opened, onClose }: ChangeDialogProps) {
  const { number } = useFormats();
  const onTop = useOnTop(onClose);
  return (
    <Modal {...onTop} opened={opened} title={`Change ${piecesInWords(ids.length, number)}`} size="lg">
      <ChangeForm ids={ids} close={onClose} />
    </Modal>
  );
}

function ChangeForm({ ids, close }: Pick<ChangeDialogProps, 'ids'> & { close: () => void }) {
  const { number } = useFormats();
  const edit = useAct('edit_pieces');
  const offerUndo = useUndoOffer();
  const refused = useRefused(refusable);
  const [filled, setFilled] = useState(nothingFilled);
  const unreadable = useRef(false);
  const changes = changesOf(filled);
  useDraft('The change', changes !== null, () => setFilled(nothingFilled));
  const submit = async () => {
    if (changes === null || unreadable.current) return;
    await refused.attempt(async () => {
      const { step } = await edit.attemptStep({ ids: [...ids], ...changes });
      close();
      offerUndo(`Changed ${piecesInWords(ids.length, number)}.`, step);
    });
  };
  return (
    <SmallForm
      deed="Change"
      submit={submit}
      isRunning={edit.isRunning}
      disabled={changes === null}
      error={refused.elsewhere}
      cancel={() => leaveAnd(close)}
    >
      <p className="soft">Only what you fill in changes.</p>
      <ChangeFields
        filled={filled}
        fill={(part) => setFilled((before) => ({ ...before, ...part }))}
        refused={refused.at}
        onUnreadable={(is) => {
          unreadable.current = is;
        }}
      />
    </SmallForm>
  );
}
