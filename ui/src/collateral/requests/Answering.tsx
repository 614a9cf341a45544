/** The three answers to a request, and the way to withdraw one that nobody has answered. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { type RequestLine, useAct } from '../../api';
import { useUndoOffer } from '../../shared';
import { ReasonDialog } from '../piece/ReasonDialog';
import { AnswerWithPiece } from './AnswerWithPiece';
import { PromiseDay } from './PromiseDay';
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
  const button = (what: keyof Answer, name: string) => (
    <Button size="compact-md" onClick={() => setAsking(what)}>
      {name}
      <span className="visually-hidden"> {asked}</span>
    </Button>
  );
  return (
    <div className={classes.answers}>
      {button('piece', 'Answer with a piece…')}
      {button('promised_for', state === 'promised' ? 'Promise another day…' : 'Promise a day…')}
      {button('because', 'Say no…')}
      {state === 'open' && (
        <Button variant="subtle" size="compact-md" onClick={() => void takeBack()}>
          Withdraw
          <span className="visually-hidden"> {asked}</span>
        </Button>
      )}
      <AnswerWithPiece
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
