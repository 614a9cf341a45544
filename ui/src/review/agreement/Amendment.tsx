/** What would come out differently today, after a later import, and the way to add it as an amendment. */
import { Button } from '@mantine/core';
import { type ReviewView, useAct } from '../../api';
import { Block } from '../../shared';
import { DifferenceList } from '../../shared/agreement/DifferenceList';

export function Amendment({ view, writable }: { view: ReviewView; writable: boolean }) {
  const amend = useAct('amend_review');
  if (view.differs.length === 0) return null;
  const { review } = view.line;
  const isProposed = view.agreement.proposed !== null;
  return (
    <Block
      title="What would come out differently today"
      lead="An import has changed what this review rests on. The review stays as it was closed, unless you add the change as a dated amendment; then both sides sign again."
      actions={
        writable &&
        !isProposed && (
          <Button loading={amend.isRunning} onClick={() => void amend.run({ id: review.id })}>
            Add as an amendment
          </Button>
        )
      }
    >
      {isProposed && <p className="soft">It can be added once the proposal below is signed or withdrawn.</p>}
      <DifferenceList title="Then and now" differences={view.differs} />
    </Block>
  );
}
