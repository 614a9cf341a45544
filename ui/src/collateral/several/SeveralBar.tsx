/** What is done with the pieces that are chosen; at the bottom of the page for as long as some are. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../api';
import { useFormats, useUiCommands, useUndoOffer } from '../../shared';
import { SendDialog } from '../sending/SendDialog';
import { proposedInWords } from '../words';
import { ChangeDialog } from './ChangeDialog';
import { MergeDialog } from './MergeDialog';
import classes from './Several.module.css';
import type { Chosen } from './useChosen';
import { useEscape } from './useEscape';
import { piecesInWords } from './words';

interface SeveralBarProps {
  chosen: Chosen;
  /** Takes the keyboard when the bar goes. */
  leaveTo: string;
}

export function SeveralBar({ chosen, leaveTo }: SeveralBarProps) {
  const { number } = useFormats();
  const isAny = chosen.ids.length > 0;
  const said = isAny ? `${piecesInWords(chosen.ids.length, number)} chosen` : '';
  useEscape(isAny, chosen.clear);
  const leave = () => {
    chosen.clear();
    setTimeout(() => document.getElementById(leaveTo)?.focus({ preventScroll: true }));
  };
  return (
    <>
      <p role="status" className="visually-hidden">
        {said}
      </p>
      {isAny && <Bar chosen={chosen} said={said} leave={leave} />}
    </>
  );
}

interface BarProps {
  chosen: Chosen;
  said: string;
  leave: () => void;
}

function Bar({ chosen: { ids, lines }, said, leave }: BarProps) {
  const [dialog, setDialog] = useState<'change' | 'merge' | 'send' | null>(null);
  const close = () => setDialog(null);
  const [one, other] = lines;
  const two = ids.length === 2 && one && other ? ([one, other] as const) : null;
  const group = 'Collateral';
  useUiCommands([
    { id: 'change-pieces', name: 'Change the chosen pieces…', group, run: () => setDialog('change') },
    { id: 'send-pieces', name: 'Send the chosen pieces…', group, run: () => setDialog('send') },
    { id: 'choose-no-pieces', name: 'Choose no pieces', group, run: leave },
  ]);
  return (
    <section className={classes.bar} aria-label={said}>
      <strong aria-hidden>{said}</strong>
      <Button onClick={() => setDialog('change')}>Change…</Button>
      <Button onClick={() => setDialog('send')}>Send pack…</Button>
      {ids.length === 2 && (
        <Button disabled={two === null} onClick={() => setDialog('merge')}>
          Merge…
        </Button>
      )}
      <Button variant="subtle" onClick={leave}>
        Choose none
      </Button>
      <Proposed lines={lines} />
      <ChangeDialog ids={ids} opened={dialog === 'change'} onClose={close} />
      <SendDialog ids={ids} opened={dialog === 'send'} onClose={close} />
      {two && <MergeDialog pieces={two} opened={dialog === 'merge'} onClose={close} onMerged={leave} />}
    </section>
  );
}

/** What was taken from the files of the chosen pieces and that nobody has confirmed. */
function Proposed({ lines }: Pick<Chosen, 'lines'>) {
  const { number } = useFormats();
  const confirm = useAct('confirm_pieces');
  const offerUndo = useUndoOffer();
  const pieces = lines.map(({ piece }) => piece).filter(({ proposed }) => proposed.length > 0);
  if (pieces.length === 0) return null;
  const say = async () => {
    const done = await confirm.runStep({ ids: pieces.map(({ id }) => id) });
    if (done) offerUndo(`Confirmed for ${piecesInWords(pieces.length, number)}.`, done.step);
  };
  return (
    <span className={classes.proposed}>
      {proposedInWords(pieces)}
      <Button onClick={() => void say()}>That is right</Button>
    </span>
  );
}
