/** Spellings about which something was said: they are read as another, or kept apart from names like them. Either can be
 * taken back. */
import { Button } from '@mantine/core';
import { type Spelling, tellUndo, useAct } from '../../api';
import classes from './Sources.module.css';

export function MergedSpellings({ merged }: { merged: readonly Spelling[] }) {
  if (merged.length === 0) return null;
  return (
    <>
      <h4 className={classes.merged}>Read as one from every file</h4>
      <ul className={classes.lines}>
        {merged.map((spelling) => (
          <MergedLine key={spelling.id} spelling={spelling} />
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
        {kept.map((spelling) => (
          <KeptLine key={spelling.id} spelling={spelling} />
        ))}
      </ul>
    </>
  );
}

function KeptLine({ spelling: { id, said } }: { spelling: Spelling }) {
  const forget = useAct('forget_spelling');
  const undo = useAct('undo');
  const offerAgain = async () => {
    const done = await forget.run({ id });
    if (done !== undefined)
      tellUndo(`“${said}” is offered again where a name looks like it.`, () => void undo.run({}));
  };
  return (
    <li>
      <span>
        <strong>{said}</strong> is a name of its own
      </span>
      <Button size="compact-sm" variant="subtle" onClick={() => void offerAgain()}>
        Offer it again<span className="visually-hidden">: {said}</span>
      </Button>
    </li>
  );
}

function MergedLine({ spelling: { id, said, means } }: { spelling: Spelling }) {
  const forget = useAct('forget_spelling');
  const undo = useAct('undo');
  const readAgain = async () => {
    const done = await forget.run({ id });
    if (done !== undefined)
      tellUndo(`From the next file on, “${said}” is read as it stands.`, () => void undo.run({}));
  };
  return (
    <li>
      <span>
        “{said}” is read as <strong>{means}</strong>
      </span>
      <Button size="compact-sm" variant="subtle" onClick={() => void readAgain()}>
        Read it as it stands again<span className="visually-hidden">: {said}</span>
      </Button>
    </li>
  );
}
