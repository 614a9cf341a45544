/** Nothing is missing: the draft can be put before both sides. */
import { Button } from '@mantine/core';
import { namesOfFields, useAct, useWrongFields } from '../../api';
import classes from './Agreement.module.css';
import type { Agreed } from './agreed';
import { useHere } from './useHere';

export function ProposeButton({ of }: { of: Agreed }) {
  const propose = useAct('propose');
  const { here, isKnown } = useHere();
  const wrong = useWrongFields();
  const version = of.agreement.next_version;
  if (wrong.length > 0) {
    return (
      <p>
        {namesOfFields(wrong)} {new Set(wrong).size === 1 ? 'is' : 'are'} not saved yet. Put right what the
        field says, and version {version} can be proposed.
      </p>
    );
  }
  if (isKnown && !here) {
    return (
      <p>
        Nothing is missing. Choose at the top of the window who is at the keyboard, and version {version} can
        be proposed.
      </p>
    );
  }
  return (
    <div className={classes.propose}>
      <Button
        variant="filled"
        loading={propose.isRunning}
        onClick={() => void propose.run({ subject_kind: of.kind, subject: of.subject })}
      >
        Propose version {version}
      </Button>
      <p className="soft measure">
        Nothing is missing. Proposing freezes the text for signing; until both sides have signed, anyone can
        withdraw it and go on editing.
      </p>
    </div>
  );
}
