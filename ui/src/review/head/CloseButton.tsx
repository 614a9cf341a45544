/** Closes the review: from then on its numbers stay as they are. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { type ReviewView, saveFieldsOrRefuse, tellError, useAct } from '../../api';
import { keptTimes } from '../../shared/session/useSessionClock';
import { minutesTaken } from '../session/stops';

export function CloseButton({ view }: { view: ReviewView }) {
  const close = useAct('close_review');
  const [isBusy, setBusy] = useState(false);
  if (view.line.state !== 'in_session' || view.missing.length > 0) return null;
  const closeIt = async () => {
    setBusy(true);
    try {
      // What is closed is what is on screen.
      await saveFieldsOrRefuse();
      const { id } = view.line.review;
      const taken = minutesTaken(view.agenda, keptTimes(id));
      await close.attempt({ id, taken });
    } catch (thrown) {
      tellError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button variant="filled" loading={isBusy} onClick={() => void closeIt()}>
      Close the review
    </Button>
  );
}
