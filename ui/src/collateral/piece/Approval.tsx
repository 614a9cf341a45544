/** Where a piece stands, and what the person here can do: approve it for their side, or send it back with a reason. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { type PieceLine, useAct, useAsk } from '../../api';
import { useFormats } from '../../shared';
import { Standing } from '../PieceRow';
import classes from './Piece.module.css';
import { ReasonDialog } from './ReasonDialog';

export function Approval({ line, missing }: { line: PieceLine; missing: readonly string[] }) {
  const { day } = useFormats();
  const approve = useAct('approve_piece');
  const [sendingBack, setSendingBack] = useState(false);
  const side = useSideHere();
  const isOpen = line.state === 'draft' || line.state === 'in_review';
  const hasApproved = side !== undefined && line.approved_by.includes(side);
  return (
    <section aria-label="Approval">
      <Standing line={line} />
      {line.approved_on && (
        <p className={classes.said}>Both sides approved it, the second on {day(line.approved_on)}.</p>
      )}
      {line.piece.sent_back && <p className={classes.said}>To be changed: {line.piece.sent_back}</p>}
      {line.piece.retired_because && (
        <p className={classes.said}>
          Retired on {day(line.piece.retired_on ?? '')}: {line.piece.retired_because}
        </p>
      )}
      {isOpen &&
        missing.map((what) => (
          <p key={what} className={classes.said}>
            {what}
          </p>
        ))}
      {isOpen && (
        <div className={classes.actions}>
          <Button
            variant="filled"
            disabled={missing.length > 0 || (hasApproved && line.state === 'in_review')}
            onClick={() => void approve.run({ id: line.piece.id })}
          >
            {hasApproved ? 'Approved for your side' : 'Approve'}
          </Button>
          <Button variant="default" onClick={() => setSendingBack(true)}>
            Send back…
          </Button>
        </div>
      )}
      <SendBack line={line} opened={sendingBack} onClose={() => setSendingBack(false)} />
    </section>
  );
}

/** The side for which the person at the keyboard decides. */
export function useSideHere() {
  const people = useAsk('people', {}).data;
  const here = people?.people.find((person) => person.id === people.here);
  return here?.side === 'leadership' ? undefined : here?.side;
}

interface SendBackProps {
  line: PieceLine;
  opened: boolean;
  onClose: () => void;
}

/** Asks what is to be changed. */
export function SendBack({ line, opened, onClose }: SendBackProps) {
  const sendBack = useAct('send_back_piece');
  return (
    <ReasonDialog
      title="Send back"
      label="What is to be changed?"
      opened={opened}
      onClose={onClose}
      act={(because) => sendBack.attempt({ id: line.piece.id, because })}
    />
  );
}
