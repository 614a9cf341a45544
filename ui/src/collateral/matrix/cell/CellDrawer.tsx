/** One cell at the side of the matrix: what they need, what answers it, and what is at stake. */
import { Drawer } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { type ContentMatrix, type MatrixCell, useAsk } from '../../../api';
import { useFormats, useOnTop } from '../../../shared';
import { coverageInWords, coverageMarks, placeName } from '../words';
import { AtStake } from './AtStake';
import classes from './Cell.module.css';
import { NeedList } from './NeedList';
import { PiecesHere } from './PiecesHere';
import { RequestsHere } from './RequestsHere';
import { Requirement } from './Requirement';

interface CellDrawerProps {
  matrix: ContentMatrix;
  persona: string | undefined;
  phase: string | undefined;
  editable: boolean;
  onClose: () => void;
}

export function CellDrawer({ matrix, persona, phase, editable, onClose }: CellDrawerProps) {
  const cell = matrix.cells.find((one) => one.persona === persona && one.phase === phase);
  const onTop = useOnTop(onClose);
  return (
    <Drawer
      {...onTop}
      opened={cell !== undefined}
      size="44rem"
      title={cell && placeName(matrix, cell.persona, cell.phase)}
    >
      {cell && (
        <CellBody
          key={`${cell.persona} ${cell.phase}`}
          told={cell}
          hasLeads={matrix.has_leads}
          editable={editable}
        />
      )}
    </Drawer>
  );
}

interface CellBodyProps {
  /** As the matrix tells it, with some of its pieces. */
  told: MatrixCell;
  hasLeads: boolean;
  editable: boolean;
}

function CellBody({ told, hasLeads, editable }: CellBodyProps) {
  const { number } = useFormats();
  const [wantsAll, setWantsAll] = useState(false);
  const { persona, phase } = told;
  const whole = useAsk('open_matrix_cell', { persona, phase }, { enabled: wantsAll });
  const cell = whole.data ?? told;
  const showAll = () => setWantsAll(true);
  const body = useRef<HTMLDivElement>(null);
  // A button that did its work may be gone: the keyboard stays in the drawer all the same.
  useEffect(() => {
    if (document.activeElement === document.body) body.current?.focus();
  });
  return (
    <div className={classes.body} ref={body} tabIndex={-1}>
      <p className={classes.standing} data-coverage={cell.coverage}>
        <span aria-hidden>{coverageMarks[cell.coverage]} </span>
        {coverageInWords(cell, number)}
      </p>
      <Requirement cell={cell} editable={editable} />
      <NeedList cell={cell} editable={editable} showAll={showAll} />
      <Insights title="What moves them on" texts={cell.triggers} />
      <Insights title="What holds them back" texts={cell.stoppers} />
      {whole.error && <p role="alert">{whole.error.message}</p>}
      <PiecesHere cell={cell} showAll={showAll} />
      {hasLeads && <AtStake open={cell.open} />}
      <RequestsHere cell={cell} editable={editable} />
    </div>
  );
}

function Insights({ title, texts }: { title: string; texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul className={classes.texts}>
        {texts.map((text, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: words without an id, in their order
          <li key={place}>{text}</li>
        ))}
      </ul>
    </section>
  );
}
