/** A piece that answers a need, or would: what it is called, where it stands, and the way to take it off the need. */
import { ActionIcon } from '@mantine/core';
import { IconUnlink } from '@tabler/icons-react';
import { useAct, useAsk } from '../../../api';
import { useUndoOffer } from '../../../shared';
import { Standing } from '../../PieceRow';
import { PieceLink } from '../../parts/PieceLink';
import classes from './Cell.module.css';

interface LinkedPieceProps {
  id: string;
  need: string;
  editable: boolean;
}

export function LinkedPiece({ id, need, editable }: LinkedPieceProps) {
  // The matrix names what waits by its id only; where it stands is asked of the piece itself.
  const line = useAsk('open_piece', { id }).data;
  const edit = useAct('edit_piece');
  const offerUndo = useUndoOffer();
  if (!line) return null;
  const title = line.piece.title || 'Without a title';
  const unlink = async () => {
    const needs = line.piece.needs.filter((one) => one !== need);
    const done = await edit.runStep({ id, change: { needs } });
    if (done) offerUndo(`Unlinked “${title}”.`, done.step);
  };
  return (
    <li className={classes.piece}>
      <PieceLink id={id} title={title} />
      <Standing line={line} />
      {editable && (
        <ActionIcon aria-label={`Unlink ${title}`} title="Unlink" onClick={() => void unlink()}>
          <IconUnlink size={18} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}
