/** Actions one after the other, in the order in which they were asked for: an undo never overtakes a save. */
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** Runs `work` once all that was asked for before is done; at once when nothing is. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = waiting === 0 ? work() : last.then(work, work);
  waiting += 1;
  const leave = () => {
    waiting -= 1;
  };
  last = mine.then(leave, leave);
  return mine;
}
