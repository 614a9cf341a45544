/** Finds a piece of the library and links it to a need. What is not approved may be linked, too: it answers once it is. */
import { Modal, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { asCallError, type FoundPiece, inWords, type MatrixNeed, useAct, useAsk } from '../../../api';
import { useFormats } from '../../../shared';
import { Standing } from '../../PieceRow';
import { kindNames } from '../../words';
import classes from './Cell.module.css';

/** How long to wait for the next letter. */
const PAUSE = 120;

/** So many pieces are shown at once. */
const SHOWN = 20;

interface LinkPieceProps {
  opened: boolean;
  onClose: () => void;
  need: MatrixNeed;
}

export function LinkPiece({ opened, onClose, need }: LinkPieceProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Link a piece" size="lg">
      <Finder need={need} onDone={onClose} />
    </Modal>
  );
}

function Finder({ need, onDone }: { need: MatrixNeed; onDone: () => void }) {
  const { number } = useFormats();
  const edit = useAct('edit_piece');
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), PAUSE);
  const [error, setError] = useState<string | null>(null);
  const asked = useAsk(
    'list_pieces',
    // A retired piece answers nothing.
    { ...(text ? { text } : {}), filter: { states: ['approved', 'in_review', 'draft'] }, limit: SHOWN },
    { keep: true },
  );
  const link = async ({ piece }: FoundPiece) => {
    try {
      await edit.attempt({ id: piece.id, change: { needs: [...piece.needs, need.id] } });
      onDone();
    } catch (thrown) {
      setError(inWords(asCallError(thrown)));
    }
  };
  const list = asked.data;
  return (
    <div className={classes.finder}>
      <p className={classes.needText}>{need.text}</p>
      <TextInput
        type="search"
        label="Find a piece"
        placeholder="words in the title or on any page"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={error ?? asked.error?.message}
        data-autofocus
      />
      {list?.pieces.length === 0 && (
        <p className="soft">{text ? 'No piece has these words.' : 'The library has no pieces yet.'}</p>
      )}
      <ul className={classes.found} aria-label="Pieces found">
        {list?.pieces.map((found) => (
          <li key={found.piece.id}>
            <Offer found={found} need={need.id} link={() => void link(found)} />
          </li>
        ))}
      </ul>
      {list && list.total > list.pieces.length && (
        <p className="soft small">
          {number(list.pieces.length)} of {number(list.total)} are shown. Type more words to narrow it down.
        </p>
      )}
    </div>
  );
}

function Offer({ found, need, link }: { found: FoundPiece; need: string; link: () => void }) {
  const { piece } = found;
  const isLinked = piece.needs.includes(need);
  return (
    <UnstyledButton className={classes.offer} onClick={link} disabled={isLinked}>
      <span>
        <span className={classes.offerTitle}>{piece.title || 'Without a title'}</span>
        <span className="soft">{isLinked ? 'Linked already' : kindNames[piece.kind]}</span>
      </span>
      <Standing line={found} />
    </UnstyledButton>
  );
}
