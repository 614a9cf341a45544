/** The piece that is used in a step: one of the library, or the home-made one, added on the spot. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { tell, useAct, type WalkStepLine } from '../../api';
import { ChoosePiece } from '../../collateral/parts/ChoosePiece';
import { HomeMadeMark } from '../../collateral/parts/HomeMadeMark';
import { PieceLink } from '../../collateral/parts/PieceLink';
import { haveShell } from '../../shared/shell';
import classes from './Steps.module.css';

interface StepPieceProps {
  line: WalkStepLine;
  editable: boolean;
  save: (piece: string | null) => Promise<unknown>;
}

export function StepPiece({ line: { step, piece }, editable, save }: StepPieceProps) {
  const [isChoosing, setChoosing] = useState(false);
  const addHomeMade = useHomeMade(save);
  return (
    <div className={classes.piece}>
      <span className={classes.pieceLabel}>Piece</span>
      {piece ? (
        <p className={classes.pieceName}>
          <PieceLink id={piece.id} title={piece.title} /> {piece.is_home_made && <HomeMadeMark />}
          {!piece.is_home_made && (piece.state !== 'approved' || piece.is_stale) && (
            <span className="soft">{piece.state === 'approved' ? 'review date passed' : 'not approved'}</span>
          )}
        </p>
      ) : (
        <p className="soft">{step.piece ? 'This piece is no longer there.' : 'None'}</p>
      )}
      {editable && (
        <div className={classes.pieceDeeds}>
          <Button size="compact-sm" variant="subtle" onClick={() => setChoosing(true)}>
            {piece ? 'Another one' : 'Choose a piece'}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => void addHomeMade()}>
            Add the home-made one…
          </Button>
          {step.piece && (
            <Button size="compact-sm" variant="subtle" onClick={() => void save(null)}>
              None
            </Button>
          )}
        </div>
      )}
      <ChoosePiece
        title="Which piece is used?"
        opened={isChoosing}
        onClose={() => setChoosing(false)}
        choose={save}
      />
    </div>
  );
}

/** Adds a file to the library as a home-made piece, and takes it for the one that is used here. */
function useHomeMade(save: (piece: string) => Promise<unknown>): () => Promise<void> {
  const edit = useAct('edit_piece');
  return async () => {
    const added = await haveShell('choose_files_to_add', {});
    const [file] = added?.files ?? [];
    if (!file) return;
    const { piece } = file;
    if (piece === null) return tell(`${file.file_name}: ${file.note || 'it was not added.'}`);
    if (file.became === 'added') await edit.run({ id: piece, change: { is_home_made: true } });
    await save(piece);
    tell(file.note ? `${file.file_name}: ${file.note}` : `“${file.file_name}” is in the library now.`);
  };
}
