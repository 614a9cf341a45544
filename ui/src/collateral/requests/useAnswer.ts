/** Answers a request; throws what the core refuses, so that the dialog can show it. */
import { type AnswerRequest, useAct } from '../../api';
import { useUndoOffer } from '../../shared';

/** The answers, of which one is given. */
export type Answer = Omit<AnswerRequest, 'id'>;

export function useAnswer(id: string): (answer: Answer, said: string) => Promise<void> {
  const { attemptStep } = useAct('answer_request');
  const offerUndo = useUndoOffer();
  return async (answer, said) => {
    const { step } = await attemptStep({ id, ...answer });
    offerUndo(said, step);
  };
}
