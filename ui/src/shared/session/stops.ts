/** The stops of a session: what stands on its agenda, and the closing behind it. */

/** The name of the last stop, where the session looks at what it decided. */
export const closing = 'closing';

export interface SessionStop {
  id: string;
  title: string;
  /** The planned minutes. */
  minutes: number;
}
