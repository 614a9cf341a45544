/** Takes a proposal back. Asked once more when somebody has signed, because a signature cannot be undone. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAct, type Version } from '../../api';
import { ConfirmDialog } from '../dialogs/ConfirmDialog';
import classes from './Agreement.module.css';

export function WithdrawButton({ proposed, noun }: { proposed: Version; noun: string }) {
  const withdraw = useAct('withdraw');
  const [asking, setAsking] = useState(false);
  const names = proposed.signatures.map((signature) => signature.name).join(' and ');
  const doIt = () => void withdraw.run({ agreement: proposed.agreement });
  return (
    <div className={classes.withdraw}>
      <p className="soft measure">
        While it is proposed, the {noun} cannot be edited. Withdraw the proposal to go on with the draft.
      </p>
      <Button
        loading={withdraw.isRunning}
        onClick={() => (proposed.signatures.length > 0 ? setAsking(true) : doIt())}
      >
        Withdraw the proposal
      </Button>
      <ConfirmDialog
        title="Withdraw the proposal?"
        opened={asking}
        onClose={() => setAsking(false)}
        cancel="Leave it proposed"
        confirm="Withdraw the proposal"
        onConfirm={doIt}
      >
        {names} signed it already. Withdrawing sets the signature aside; it stays in the list of versions, and
        the draft can be edited again.
      </ConfirmDialog>
    </div>
  );
}
