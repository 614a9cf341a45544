/** One need, the pieces that answer it, and what can be done where none does. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { type MatrixCell, type MatrixNeed, useAct } from '../../../api';
import { ReasonDialog } from '../../piece/ReasonDialog';
import { AskForPiece } from '../../requests/AskForPiece';
import { wantedFor } from '../words';
import classes from './Cell.module.css';
import { LinkedPiece } from './LinkedPiece';
import { LinkPiece } from './LinkPiece';
import { More } from './More';

interface NeedLineProps {
  cell: MatrixCell;
  need: MatrixNeed;
  editable: boolean;
  showAll: () => void;
}

export function NeedLine({ cell, need, editable, showAll }: NeedLineProps) {
  const isOpen = need.answered_by.length === 0 && need.not_needed_because === '';
  const text = need.text || 'A need without words';
  const pieces = [...need.answered_by, ...need.waiting];
  return (
    <li className={classes.need} data-open={isOpen || undefined}>
      <p className={classes.needText}>{text}</p>
      <ul className={classes.linked} aria-label={`Pieces for: ${text}`}>
        {pieces.map((id) => (
          <LinkedPiece key={id} id={id} need={need.id} editable={editable} />
        ))}
      </ul>
      <More
        shown={pieces.length}
        inAll={need.answered_by_in_all + need.waiting_in_all}
        what={`pieces for: ${text}`}
        showAll={showAll}
      />
      {isOpen && editable && <Remedies cell={cell} need={need} />}
      {need.not_needed_because !== '' && <NotNeeded cell={cell} need={need} editable={editable} />}
    </li>
  );
}

type Remedy = 'link' | 'ask' | 'not_needed';

/** What can be done about a need that no approved piece answers. */
function Remedies({ cell: { persona, phase }, need }: Pick<NeedLineProps, 'cell' | 'need'>) {
  const mark = useAct('mark_matrix');
  const [shown, setShown] = useState<Remedy | null>(null);
  const close = () => setShown(null);
  const button = (remedy: Remedy, label: string) => (
    <Button variant="default" size="compact-md" onClick={() => setShown(remedy)}>
      {label}
      <span className="visually-hidden"> {need.text}</span>
    </Button>
  );
  return (
    <div className={classes.actions}>
      {button('link', 'Link a piece…')}
      {button('ask', 'Ask for a piece…')}
      {button('not_needed', 'Not needed, because…')}
      <LinkPiece opened={shown === 'link'} onClose={close} need={need} />
      <AskForPiece
        opened={shown === 'ask'}
        onClose={close}
        persona={persona}
        phase={phase}
        need={need.id}
        wanted={wantedFor(need.text)}
      />
      <ReasonDialog
        title="No piece needed"
        label="Why does this need no piece?"
        description={need.text}
        opened={shown === 'not_needed'}
        onClose={close}
        act={(because) => mark.attempt({ persona, phase, need: need.id, is_required: false, because })}
      />
    </div>
  );
}

function NotNeeded({ cell: { persona, phase }, need, editable }: Omit<NeedLineProps, 'showAll'>) {
  const mark = useAct('mark_matrix');
  return (
    <p className={classes.reason}>
      Not needed, because: {need.not_needed_because}{' '}
      {editable && (
        <Button
          variant="subtle"
          size="compact-md"
          onClick={() => void mark.run({ persona, phase, need: need.id, is_required: true })}
        >
          Needed after all
        </Button>
      )}
    </p>
  );
}
