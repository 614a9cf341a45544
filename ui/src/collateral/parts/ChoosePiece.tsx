/** Chooses a piece, from all that the library has. */
import { Modal, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useAsk } from '../../api';
import { kindNames, standingOf } from '../words';
import classes from './Parts.module.css';
import { useRefused } from './useRefused';

/** How long to wait for the next letter, and how many pieces are offered. */
const PAUSE = 120;
const OFFERED = 8;

interface ChoosePieceProps {
  /** What it is chosen for. */
  title: string;
  opened: boolean;
  onClose: () => void;
  choose: (piece: string) => Promise<unknown>;
}

export function ChoosePiece({ title, opened, onClose, choose }: ChoosePieceProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={title}>
      <Search choose={choose} close={onClose} />
    </Modal>
  );
}

function Search({ choose, close }: Pick<ChoosePieceProps, 'choose'> & { close: () => void }) {
  const refused = useRefused([]);
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim(), PAUSE);
  const found = useAsk(
    'list_pieces',
    { ...(settled ? { text: settled } : {}), filter: { states: [] }, limit: OFFERED },
    { keep: true },
  );
  const take = async (piece: string) => {
    if (await refused.attempt(() => choose(piece))) close();
  };
  const pieces = found.data?.pieces ?? [];
  return (
    <>
      <TextInput
        type="search"
        label="Find a piece"
        placeholder="words in the title or on any page"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={refused.elsewhere}
        data-autofocus
      />
      <ul className={classes.found} aria-label="Pieces">
        {pieces.map((line) => (
          <li key={line.piece.id}>
            <UnstyledButton className={classes.take} onClick={() => void take(line.piece.id)}>
              <span>{line.piece.title || 'Without a title'}</span>
              <span className="soft small">
                {kindNames[line.piece.kind]}, {standingOf(line)}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <p className="soft small" role="status">
        {found.data && pieces.length === 0 && 'No piece has these words.'}
        {found.data && found.data.total > pieces.length && 'Type more words to narrow it down.'}
      </p>
    </>
  );
}
