/** Nothing is missing: the draft can be put before both sides. */
import { Button } from '@mantine/core';
import { type PlanView, useAct } from '../../api';
import classes from './Agreement.module.css';
import { useHere } from './useHere';

export function ProposeButton({ view }: { view: PlanView }) {
  const propose = useAct('propose');
  const { here, isKnown } = useHere();
  const version = view.agreement.next_version;
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
        onClick={() => void propose.run({ subject_kind: 'plan', subject: view.plan.id })}
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
