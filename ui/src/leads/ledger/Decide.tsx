/** What sales says to a lead: accept, reject with a reason, or recycle until a day. */
import { Button, Group, Select } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { asCallError, inWords, type LeadView, type Reason } from '../../api';
import { DayInput, reasonNames, SideBadge } from '../../shared';
import { useDeciding } from './deciding';
import classes from './Lead.module.css';

type Asking = 'reject' | 'recycle' | null;

const reasons = Object.entries(reasonNames).map(([value, label]) => ({ value, label }));

export function Decide({ view }: { view: LeadView }) {
  const deciding = useDeciding();
  const [asking, setAsking] = useState<Asking>(null);
  const [error, setError] = useState<string | null>(null);
  const { id } = view.lead;
  const decide = async (deed: Promise<unknown>) => {
    setError(null);
    try {
      await deed;
      setAsking(null);
    } catch (thrown) {
      setError(inWords(asCallError(thrown)));
    }
  };
  return (
    <section className={classes.decide} aria-label="What sales says">
      <p className={classes.decideHead}>
        <SideBadge side="sales">Sales decides</SideBadge>
        <span className="soft">and marketing sees it at once.</span>
      </p>
      {asking === null && (
        <Group gap="xs">
          <Button
            variant="filled"
            disabled={view.decision === 'accepted'}
            onClick={() => void decide(deciding.accept(id))}
          >
            {view.decision === 'accepted' ? 'Accepted' : 'Accept'}
          </Button>
          <Button onClick={() => setAsking('reject')}>Reject…</Button>
          <Button onClick={() => setAsking('recycle')}>Recycle…</Button>
        </Group>
      )}
      {asking === 'reject' && (
        <RejectForm
          cancel={() => setAsking(null)}
          reject={(reason) => void decide(deciding.reject(id, reason))}
        />
      )}
      {asking === 'recycle' && (
        <RecycleForm
          cancel={() => setAsking(null)}
          recycle={(reason, day) => void decide(deciding.recycle(id, reason, day))}
        />
      )}
      {error && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
    </section>
  );
}

function RejectForm({ reject, cancel }: { reject: (reason: Reason) => void; cancel: () => void }) {
  const [reason, setReason] = useState<Reason | null>(null);
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason) reject(reason);
    else setMissing(true);
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <Select
        label="Why"
        description="Marketing learns from it which leads fit."
        placeholder="Choose a reason"
        data={reasons}
        value={reason}
        onChange={(chosen) => setReason(chosen as Reason | null)}
        error={missing && reason === null ? 'A rejected lead needs a reason.' : undefined}
        data-autofocus
        autoFocus
        required
        withAsterisk={false}
      />
      <Group gap="xs">
        <Button type="submit" variant="filled">
          Reject
        </Button>
        <Button variant="subtle" onClick={cancel}>
          Not now
        </Button>
      </Group>
    </form>
  );
}

interface RecycleFormProps {
  recycle: (reason: Reason | null, day: string) => void;
  cancel: () => void;
}

function RecycleForm({ recycle, cancel }: RecycleFormProps) {
  const [day, setDay] = useState<string | null>(null);
  const [reason, setReason] = useState<Reason | null>('bad_timing');
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (day) recycle(reason, day);
    else setMissing(true);
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <Select
        label="Why not now"
        data={reasons}
        value={reason}
        onChange={(chosen) => setReason(chosen as Reason | null)}
        // Not the day: its calendar would open over the buttons.
        autoFocus
      />
      <DayInput
        label="Look at it again on"
        description="Until then marketing keeps in touch."
        value={day}
        onChange={setDay}
        error={missing && day === null ? 'A recycled lead needs a day on which it wakes up.' : undefined}
      />
      <Group gap="xs">
        <Button type="submit" variant="filled">
          Recycle
        </Button>
        <Button variant="subtle" onClick={cancel}>
          Not now
        </Button>
      </Group>
    </form>
  );
}
