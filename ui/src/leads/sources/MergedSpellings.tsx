/** Spellings about which something was said: they are read as another, or kept apart from names like them. Either can be
 * taken back. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Spelling, useAct } from '../../api';
import { useUndoOffer } from '../../shared';
import classes from './Sources.module.css';

export function MergedSpellings({ merged }: { merged: readonly Spelling[] }) {
  if (merged.length === 0) return null;
  return (
    <>
      <h4 className={classes.merged}>Read as one from every file</h4>
      <ul className={classes.lines}>
        {merged.map(({ id, said, means }) => (
          <Line
            key={id}
            id={id}
            said={said}
            takeBack="Read it as it stands again"
            told={`From the next file on, “${said}” is read as it stands.`}
          >
            “{said}” is read as <strong>{means}</strong>
          </Line>
        ))}
      </ul>
      <p className="soft small">
        What was written as one stays so; reading a spelling as it stands again counts from the next file on.
      </p>
    </>
  );
}

/** Spellings that look like another and mean something else. */
export function KeptSpellings({ kept }: { kept: readonly Spelling[] }) {
  if (kept.length === 0) return null;
  return (
    <>
      <h4 className={classes.merged}>Kept apart from names like them</h4>
      <ul className={classes.lines}>
        {kept.map(({ id, said }) => (
          <Line
            key={id}
            id={id}
            said={said}
            takeBack="Offer it again"
            told={`“${said}” is offered again where a name looks like it.`}
          >
            <strong>{said}</strong> is a name of its own
          </Line>
        ))}
      </ul>
    </>
  );
}

interface LineProps extends Pick<Spelling, 'id' | 'said'> {
  /** What the button says that takes it back. */
  takeBack: string;
  /** What is told once it was taken back. */
  told: string;
  children: ReactNode;
}

function Line({ id, said, takeBack, told, children }: LineProps) {
  const forget = useAct('forget_alias');
  const offerUndo = useUndoOffer();
  const forgetIt = async () => {
    const done = await forget.runStep({ id });
    if (done) offerUndo(told, done.step);
  };
  return (
    <li>
      <span>{children}</span>
      <Button size="compact-sm" variant="subtle" onClick={() => void forgetIt()}>
        {takeBack}
        <span className="visually-hidden">: {said}</span>
      </Button>
    </li>
  );
}
