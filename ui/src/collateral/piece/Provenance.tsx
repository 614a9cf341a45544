/** Where a piece comes from, when it is not one that was made for the library: cut down from another one, or home-made. */
import { Button } from '@mantine/core';
import { type PieceLine, useAct, useAsk } from '../../api';
import { useUndoOffer } from '../../shared';
import { HomeMadeMark } from '../parts/HomeMadeMark';
import { PieceLink } from '../parts/PieceLink';
import { pagesInWords } from '../requests/pages';
import classes from './Piece.module.css';

export function Provenance({ line: { piece } }: { line: PieceLine }) {
  return (
    <>
      {piece.origin && <Origin id={piece.origin} pages={piece.origin_pages} />}
      {piece.is_home_made && <HomeMade id={piece.id} />}
    </>
  );
}

function Origin({ id, pages }: { id: string; pages: readonly number[] }) {
  const { data, isError } = useAsk('open_piece', { id });
  if (!data && !isError) return null;
  return (
    <p className={classes.provenance}>
      <span>
        Cut down from{' '}
        {data ? <PieceLink id={id} title={data.piece.title} /> : 'a piece that is not here any more'}
        {pages.length > 0 && `, ${pagesInWords(pages).toLowerCase()}`}
      </span>
    </p>
  );
}

function HomeMade({ id }: { id: string }) {
  const edit = useAct('edit_piece');
  const offerUndo = useUndoOffer();
  const deny = async () => {
    const done = await edit.runStep({ id, change: { is_home_made: false } });
    if (done) offerUndo('Not marked as home-made any more.', done.step);
  };
  return (
    <p className={classes.provenance}>
      <HomeMadeMark />
      <Button variant="subtle" size="compact-md" onClick={() => void deny()}>
        It is not home-made
      </Button>
    </p>
  );
}
