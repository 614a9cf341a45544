/** What is captured as it comes up: thoughts to park, decisions, actions. */

export type Kind = 'parked' | 'decision' | 'todo';

export const kinds: Record<Kind, { key: string; short: string; title: string; asks: string; done: string }> =
  {
    parked: {
      key: 'P',
      short: 'Park',
      title: 'Park a thought',
      asks: 'What do we come back to?',
      done: 'Parked.',
    },
    decision: {
      key: 'D',
      short: 'Decision',
      title: 'Note a decision',
      asks: 'What did we decide?',
      done: 'Decision noted.',
    },
    todo: {
      key: 'A',
      short: 'Action',
      title: 'Note an action',
      asks: 'What is to be done?',
      done: 'Action noted.',
    },
  };
