/** The three answers to a request, and the way to withdraw one that nobody has answered. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { type RequestLine, tell, useAct } from '../../api';
import { useUndoOffer } from '../../shared';
import { haveShell } from '../../shared/shell';
import { ChoosePiece } from '../parts/ChoosePiece';
import { ReasonDialog } from '../piece/ReasonDialog';
import { PromiseDay } from './PromiseDay';
import { pagesInWords } from './pages';
import classes from './Requests.module.css';
import { type Answer, useAnswer } from './useAnswer';
import { askedInWords } from './words';

type Asking = keyof Answer | null;

export function Answering({ line: { request, state } }: { line: RequestLine }) {
  const answer = useAnswer(request.id);
  const withdraw = useAct('remove_request');
  const offerUndo = useUndoOffer();
  const [asking, setAsking] = useState<Asking>(null);
  const close = () => setAsking(null);
  const asked = askedInWords(request);
  const takeBack = async () => {
    const done = await withdraw.runStep({ id: request.id });
    if (done) offerUndo(`Withdrawn: “${asked}”.`, done.step);
  };
  // The pages that were asked for make the shorter piece here and now, as a draft.
  const canBeMade = request.kind === 'shorter' && request.piece !== null && request.pages.length > 0;
  const make = async () => {
    if (!request.piece) return;
    const made = await haveShell('make_shorter', {
      piece: request.piece,
      pages: request.pages,
      request: request.id,
    });
    if (made)
      tell(`“${made.title}” is in the library as a draft.`, 'Both sides approve it before it is used.');
  };
  const button = (what: keyof Answer, name: string) => (
    <Button size="compact-md" onClick={() => setAsking(what)}>
      {name}
      <span className="visually-hidden"> {asked}</span>
    </Button>
  );
  return (
    <div className={classes.answers}>
      {canBeMade && (
        <Button size="compact-md" onClick={() => void make()}>
          Make it from {pagesInWords(request.pages).toLowerCase()}
          <span className="visually-hidden"> {asked}</span>
        </Button>
      )}
      {button('piece', 'Answer with a piece…')}
      {button('promised_for', state === 'promised' ? 'Promise another day…' : 'Promise a day…')}
      {button('because', 'Say no…')}
      {state === 'open' && (
        <Button variant="subtle" size="compact-md" onClick={() => void takeBack()}>
          Withdraw
          <span className="visually-hidden"> {asked}</span>
        </Button>
      )}
      <ChoosePiece
        title="Answer with a piece"
        opened={asking === 'piece'}
        onClose={close}
        choose={(piece) => answer({ piece }, 'Answered with a piece.')}
      />
      <PromiseDay
        opened={asking === 'promised_for'}
        onClose={close}
        promise={(day) => answer({ promised_for: day }, 'Promised.')}
      />
      <ReasonDialog
        title="Say no"
        label="Why will it not be done?"
        description="The person who asked will read this."
        opened={asking === 'because'}
        onClose={close}
        act={(because) => answer({ because }, 'Answered with a no and its reason.')}
      />
    </div>
  );
}
