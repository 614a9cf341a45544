/** The stops of the session: the sections of the agenda, and the closing behind them. */

/** The name of the last stop, where the session looks at what it decided. */
export const closing = 'closing';
