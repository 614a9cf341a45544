/** Many pieces approved in one sitting: one after the other, large, by keyboard. Each approval is a signature of its own. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { type PieceLine, useAct, useAsk } from '../../api';
import { ButtonLink, EmptyState, Page, useUiCommands } from '../../shared';
import { keysInWords } from '../../shared/commands/keys';
import { Standing } from '../PieceRow';
import { SendBack, useSideHere } from '../piece/Approval';
import { PageView } from '../piece/PageView';
import { kindNames } from '../words';
import classes from './Review.module.css';

/** What somebody skips is theirs: whoever sits down next sees all that waits for them. */
export function ReviewPage() {
  const side = useSideHere();
  return <Queue key={side ?? 'nobody'} side={side} />;
}

function Queue({ side }: { side: ReturnType<typeof useSideHere> }) {
  const queue = useAsk('review_queue', side ? { side } : {});
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  if (!queue.data) return null;
  const left = queue.data.filter(({ piece }) => !skipped.includes(piece.id));
  const [line] = left;
  if (!line) {
    return (
      <Page title="To approve">
        <EmptyState
          title={skipped.length > 0 ? 'The others were skipped' : 'Nothing waits for approval'}
          action={
            skipped.length > 0 ? (
              <Button onClick={() => setSkipped([])}>Begin again</Button>
            ) : (
              <ButtonLink to="/collateral" search={{}}>
                To the library
              </ButtonLink>
            )
          }
        >
          {skipped.length > 0
            ? 'They wait until somebody approves them or sends them back.'
            : 'New pieces and new versions come here until both sides have approved them.'}
        </EmptyState>
      </Page>
    );
  }
  return (
    <One
      key={line.piece.id}
      line={line}
      left={left.length}
      skip={() => setSkipped([...skipped, line.piece.id])}
      canDecide={side !== undefined}
    />
  );
}

const approveKeys = 'mod+Enter';
const skipKeys = 'mod+ArrowRight';

interface OneProps {
  line: PieceLine;
  left: number;
  skip: () => void;
  canDecide: boolean;
}

function One({ line, left, skip, canDecide }: OneProps) {
  const approve = useAct('approve_piece');
  const [sendingBack, setSendingBack] = useState(false);
  const { piece } = line;
  const yes = () => void approve.run({ id: piece.id });
  useUiCommands([
    { id: 'review-approve', name: 'Approve this piece', group: 'Collateral', keys: [approveKeys], run: yes },
    { id: 'review-skip', name: 'Skip this piece', group: 'Collateral', keys: [skipKeys], run: skip },
  ]);
  return (
    <Page
      title={piece.title || 'Without a title'}
      lead={`${kindNames[piece.kind]}. ${left === 1 ? 'The last one' : `${left} wait`}.`}
      wide
    >
      <div className={classes.one}>
        <PageView line={line} width={1400} />
        <div className={classes.decide}>
          <Standing line={line} />
          {!canDecide && (
            <p className="soft">Sales and Marketing approve. Choose somebody at the top of the window.</p>
          )}
          <Button variant="filled" onClick={yes} disabled={!canDecide}>
            Approve
          </Button>
          <Button variant="default" onClick={() => setSendingBack(true)} disabled={!canDecide}>
            Send back…
          </Button>
          <Button variant="subtle" onClick={skip}>
            Skip
          </Button>
          <p className="soft small">
            {keysInWords(approveKeys)} approves, {keysInWords(skipKeys)} skips.
          </p>
        </div>
      </div>
      <SendBack line={line} opened={sendingBack} onClose={() => setSendingBack(false)} />
    </Page>
  );
}
