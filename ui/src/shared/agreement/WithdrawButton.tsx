/** Takes a proposal back. Asked once more when somebody has signed, because a signature cannot be undone. */
import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { useAct, type Version } from '../../api';
import classes from './Agreement.module.css';

export function WithdrawButton({ proposed, noun }: { proposed: Version; noun: string }) {
  const withdraw = useAct('withdraw');
  const [asking, setAsking] = useState(false);
  const names = proposed.signatures.map((signature) => signature.name).join(' and ');
  const doIt = () => {
    setAsking(false);
    void withdraw.run({ agreement: proposed.agreement });
  };
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
      <Modal opened={asking} onClose={() => setAsking(false)} title="Withdraw the proposal?">
        <p>
          {names} signed it already. Withdrawing sets the signature aside; it stays in the list of versions,
          and the draft can be edited again.
        </p>
        <Group justify="flex-end" mt="lg">
          <Button onClick={() => setAsking(false)} data-autofocus>
            Leave it proposed
          </Button>
          <Button variant="filled" onClick={doIt}>
            Withdraw the proposal
          </Button>
        </Group>
      </Modal>
    </div>
  );
}
