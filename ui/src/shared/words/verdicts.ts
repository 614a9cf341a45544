/** What a definition can say to a lead, in the words of both sides. */
import type { Verdict } from '../../api';

export const verdictNames: Record<Verdict, string> = {
  qualified: 'Qualified',
  not_yet: 'Not yet',
  not_qualified: 'Not qualified',
};
