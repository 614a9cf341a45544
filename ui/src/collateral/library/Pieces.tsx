/** The pieces that were found. */
import { Button } from '@mantine/core';
import { useFormats } from '../../shared';
import classes from '../Library.module.css';
import { PieceRow } from '../PieceRow';
import type { Chosen } from '../several/useChosen';
import { usePictures } from '../usePictures';
import type { PartProps } from './parts';

/** Where the keyboard goes when what held it is gone. */
export const piecesId = 'pieces';

interface PiecesProps extends PartProps {
  /** Nothing where nothing can be done with several pieces. */
  chosen: Chosen | undefined;
}

export function Pieces({ place, go, list, chosen }: PiecesProps) {
  const { number } = useFormats();
  const { pieces } = list;
  const pictures = usePictures(pieces);
  return (
    <>
      {list.corrected.map(({ typed, meant }) => (
        <p key={typed} className="soft">
          “{typed}” stands nowhere. Looked for {meant.join(', ')}.
        </p>
      ))}
      {pieces.length === 0 && <Nothing place={place} go={go} list={list} />}
      <ul className={classes.pieces} aria-label="Pieces" id={piecesId} tabIndex={-1}>
        {pieces.map((found) => (
          <PieceRow
            key={found.piece.id}
            found={found}
            picture={pictures(found)}
            open={() => go({ ...place, piece: found.piece.id })}
            choice={
              chosen && {
                isChosen: chosen.ids.includes(found.piece.id),
                choose: (isRange) => chosen.choose(found.piece.id, isRange),
              }
            }
          />
        ))}
      </ul>
      {list.total > pieces.length && (
        <p className="soft">
          {number(pieces.length)} of {number(list.total)} are shown. Type more words to narrow it down.
        </p>
      )}
    </>
  );
}

function Nothing({ place, go, list: { counts } }: PartProps) {
  const others = Object.values(counts.states).reduce((sum, count) => sum + count, 0);
  const shelf = place.shelf ?? 'in_use';
  if (shelf !== 'all' && others > 0) {
    return (
      <p className="soft">
        {place.text ? 'No piece here has these words. ' : 'No piece stands here. '}
        <Button variant="subtle" size="compact-md" onClick={() => go({ ...place, shelf: 'all' })}>
          {others === 1 ? 'Show the one that is not in use' : `Show all ${others}`}
        </Button>
      </p>
    );
  }
  return <p className="soft">{place.text ? 'No piece has these words.' : 'No piece is like this.'}</p>;
}
