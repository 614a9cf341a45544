/** What can be said about a piece, and how it is asked: of the piece, never of who made it. */
import type { RequestKind } from '../../../api';

export type About = Exclude<RequestKind, 'new'>;

interface Asked {
  name: string;
  /** What the dialog wants to know. */
  asks: string;
}

export const abouts: Record<About, Asked> = {
  generic: { name: 'Too generic', asks: 'What would fit your customer better?' },
  off_message: { name: 'Off message', asks: 'What should it say instead?' },
  wrong: { name: 'Wrong', asks: 'What is it, and on which page?' },
  home_made: { name: 'Home-made', asks: 'What do you use it for?' },
  shorter: { name: 'A shorter version', asks: 'What is it for?' },
};
