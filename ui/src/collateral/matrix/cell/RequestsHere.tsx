/** What was asked for in this cell and is not answered yet, and the way to ask for more. */
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type MatrixCell, type RequestLine, useAsk } from '../../../api';
import { useFormats } from '../../../shared';
import parts from '../../parts/Parts.module.css';
import { AskForPiece } from '../../requests/AskForPiece';
import { LateMark } from '../../requests/LateMark';
import { askedInWords, isOwed } from '../../requests/words';
import classes from './Cell.module.css';

interface RequestsHereProps {
  cell: MatrixCell;
  editable: boolean;
}

export function RequestsHere({ cell, editable }: RequestsHereProps) {
  const [asking, setAsking] = useState(false);
  const list = useAsk('list_requests', {}, { enabled: cell.requested > 0 });
  const owed = list.data?.requests.filter(
    (line) => isOwed(line) && line.request.persona === cell.persona && line.request.phase === cell.phase,
  );
  return (
    <section aria-label="Asked for">
      <h3>Asked for</h3>
      {cell.requested === 0 && <p className="soft">Nothing is waiting for an answer here.</p>}
      <ul className={classes.pieces}>
        {owed?.map((line) => (
          <Owed key={line.request.id} line={line} />
        ))}
      </ul>
      <div className={classes.actions}>
        {editable && (
          <Button variant="default" size="compact-md" onClick={() => setAsking(true)}>
            Ask for a piece…
          </Button>
        )}
        {cell.requested > 0 && (
          <Link to="/collateral/requests" className={parts.link}>
            Open requests
          </Link>
        )}
      </div>
      <AskForPiece
        opened={asking}
        onClose={() => setAsking(false)}
        persona={cell.persona}
        phase={cell.phase}
      />
    </section>
  );
}

function Owed({ line }: { line: RequestLine }) {
  const { request, state, due_on } = line;
  const { day } = useFormats();
  const facts = [
    `asked ${day(request.asked_on)}`,
    due_on && `${state === 'promised' ? 'promised for' : 'answer due'} ${day(due_on)}`,
  ];
  return (
    <li>
      {askedInWords(request)}
      <span className={classes.facts}>{facts.filter(Boolean).join(' · ')}</span>
      <LateMark line={line} />
    </li>
  );
}
