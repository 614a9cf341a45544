/** Makes one piece of two that are one: shows both, and asks which one stays. */
import { Modal, Radio } from '@mantine/core';
import { useState } from 'react';
import { type PieceLine, useAct, useAsk } from '../../api';
import { useFormats, useOnTop, useUndoOffer } from '../../shared';
import { usesInWords } from '../matrix/words';
import { SmallForm } from '../parts/SmallForm';
import { useRefused } from '../parts/useRefused';
import { kindNames, standingOf, titleOf } from '../words';
import classes from './Several.module.css';

interface MergeDialogProps {
  pieces: readonly [PieceLine, PieceLine];
  opened: boolean;
  onClose: () => void;
  onMerged: () => void;
}

export function MergeDialog({ opened, onClose, ...form }: MergeDialogProps) {
  const onTop = useOnTop(onClose);
  return (
    <Modal {...onTop} opened={opened} title="Merge two pieces" size="lg">
      <MergeForm {...form} close={onClose} />
    </Modal>
  );
}

type MergeFormProps = Pick<MergeDialogProps, 'pieces' | 'onMerged'> & { close: () => void };

function MergeForm({ pieces, onMerged, close }: MergeFormProps) {
  const merge = useAct('merge_pieces');
  const offerUndo = useUndoOffer();
  const refused = useRefused([]);
  const [into, setInto] = useState<string | null>(null);
  const stays = pieces.find(({ piece }) => piece.id === into);
  const goes = pieces.find(({ piece }) => piece.id !== into);
  const submit = async () => {
    if (!stays || !goes) return;
    await refused.attempt(async () => {
      const { step } = await merge.attemptStep({ into: stays.piece.id, from: goes.piece.id });
      close();
      onMerged();
      offerUndo(`Merged “${titleOf(goes.piece)}” into “${titleOf(stays.piece)}”.`, step);
    });
  };
  return (
    <SmallForm
      deed="Merge"
      submit={submit}
      isRunning={merge.isRunning}
      disabled={into === null}
      error={refused.elsewhere}
      cancel={close}
    >
      <Radio.Group label="Which one stays?" value={into} onChange={setInto}>
        <div className={classes.both}>
          {pieces.map((line) => (
            <Radio
              key={line.piece.id}
              value={line.piece.id}
              label={titleOf(line.piece)}
              description={<Facts line={line} />}
            />
          ))}
        </div>
      </Radio.Group>
      <p className="soft">
        The other’s files become earlier versions, its uses and requests go along. Undo brings both back.
      </p>
    </SmallForm>
  );
}

/** What tells two pieces apart that may have one title. */
function Facts({ line }: { line: PieceLine }) {
  const { piece, version } = line;
  const { instant, number } = useFormats();
  const usage = useAsk('list_uses', { piece: piece.id }).data?.usage;
  const file = version ? `${version.file_name}, added ${instant(version.added_at)}` : piece.link;
  const facts = [kindNames[piece.kind], file, standingOf(line), usage && usesInWords(usage, number)];
  return <>{facts.filter(Boolean).join(' · ')}</>;
}
