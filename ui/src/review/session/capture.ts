/** How a review captures what comes up: thoughts to park, decisions, actions with who does them and by when. */
import { useAct, useAsk } from '../../api';
import type { Capturing } from '../../shared/session/Capture';

export function useCapturing(review: string): Capturing {
  const people = useAsk('people', {}).data?.people ?? [];
  const park = useAct('add_review_parked');
  const decide = useAct('add_review_decision');
  const act = useAct('add_review_action');
  return {
    people,
    cameUpIn: null,
    keep: (kind, { name, owner, due }) => {
      if (kind === 'parked') return park.attempt({ review, values: { name } });
      if (kind === 'decision') return decide.attempt({ review, values: { name } });
      return act.attempt({ review, values: { name, owner, due } });
    },
  };
}
