/** Promises a piece for a day. */
import { Modal } from '@mantine/core';
import { useRef, useState } from 'react';
import { DayInput, DaysWithin, useFormats } from '../../shared';
import { SmallForm } from '../parts/SmallForm';
import { useRefused } from '../parts/useRefused';
import { yearFrom } from '../parts/years';

interface PromiseDayProps {
  opened: boolean;
  onClose: () => void;
  promise: (day: string) => Promise<unknown>;
}

export function PromiseDay({ opened, onClose, promise }: PromiseDayProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Promise a day">
      <DayForm promise={promise} close={onClose} />
    </Modal>
  );
}

function DayForm({ promise, close }: Pick<PromiseDayProps, 'promise'> & { close: () => void }) {
  const refused = useRefused(['promised_for']);
  const today = useFormats().today();
  const [day, setDay] = useState<string | null>(null);
  const [isRunning, setRunning] = useState(false);
  const unreadable = useRef(false);
  const submit = async () => {
    if (!day || unreadable.current) return;
    setRunning(true);
    const isDone = await refused.attempt(() => promise(day));
    setRunning(false);
    if (isDone) close();
  };
  return (
    <SmallForm
      deed="Promise"
      submit={submit}
      isRunning={isRunning}
      disabled={day === null}
      error={refused.elsewhere}
      cancel={close}
    >
      <DaysWithin value={yearFrom(today)}>
        <DayInput
          label="When will it be ready?"
          description="The first day that is promised is the one that counts."
          value={day}
          onChange={setDay}
          minDate={today}
          onUnreadable={(is) => {
            unreadable.current = is;
          }}
          error={refused.at('promised_for')}
          data-autofocus
        />
      </DaysWithin>
    </SmallForm>
  );
}
