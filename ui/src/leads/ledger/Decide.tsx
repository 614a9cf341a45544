/** What sales says to a lead: accept, reject with a reason, or recycle until a day. */
import { Button, Group } from '@mantine/core';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { asCallError, inWords, type LeadView, leaveAnd } from '../../api';
import { DayInput, DaysWithin, SideBadge, useFormats } from '../../shared';
import { useDeciding, type Why } from './deciding';
import classes from './Lead.module.css';
import { useWhy, WhyFields } from './WhyFields';

type Asking = 'reject' | 'recycle' | null;

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
  const cancel = () =>
    leaveAnd(() => {
      setError(null);
      setAsking(null);
    });
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
        <RejectForm cancel={cancel} reject={(why) => void decide(deciding.reject(id, why))} />
      )}
      {asking === 'recycle' && (
        <RecycleForm cancel={cancel} recycle={(why, day) => void decide(deciding.recycle(id, why, day))} />
      )}
      {error && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
    </section>
  );
}

interface FormProps {
  deed: string;
  submit: () => void;
  cancel: () => void;
  children: ReactNode;
}

function DecisionForm({ deed, submit, cancel, children }: FormProps) {
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  return (
    <form onSubmit={submitted} className={classes.form} noValidate>
      {children}
      <Group gap="xs">
        <Button type="submit" variant="filled">
          {deed}
        </Button>
        <Button variant="subtle" onClick={cancel}>
          Not now
        </Button>
      </Group>
    </form>
  );
}

function RejectForm({ reject, cancel }: { reject: (why: Why) => void; cancel: () => void }) {
  const why = useWhy();
  const [missing, setMissing] = useState(false);
  return (
    <DecisionForm
      deed="Reject"
      submit={() => (why.said ? reject(why.said) : setMissing(true))}
      cancel={cancel}
    >
      <WhyFields
        why={why}
        label="Why"
        description="Marketing learns from it which leads fit."
        error={missing ? 'A rejected lead needs a reason.' : undefined}
      />
    </DecisionForm>
  );
}

interface RecycleFormProps {
  recycle: (why: Why, day: string) => void;
  cancel: () => void;
}

function RecycleForm({ recycle, cancel }: RecycleFormProps) {
  const why = useWhy('bad_timing');
  const { today } = useFormats();
  const [day, setDay] = useState<string | null>(null);
  const unreadable = useRef(false);
  const [missing, setMissing] = useState(false);
  return (
    <DecisionForm
      deed="Recycle"
      submit={() => (why.said && day && !unreadable.current ? recycle(why.said, day) : setMissing(true))}
      cancel={cancel}
    >
      <WhyFields
        why={why}
        label="Why not now"
        error={missing ? 'A recycled lead needs a reason, too.' : undefined}
      />
      <DaysWithin value={comingYear(today())}>
        <DayInput
          label="Look at it again on"
          description="Until then marketing keeps in touch."
          value={day}
          onChange={setDay}
          onUnreadable={(is) => {
            unreadable.current = is;
          }}
          error={missing && day === null ? 'A recycled lead needs a day on which it wakes up.' : undefined}
        />
      </DaysWithin>
    </DecisionForm>
  );
}

/** A day without a year is the next one of that name. */
function comingYear(first: string) {
  const last = new Date(`${first}T12:00:00Z`);
  last.setUTCDate(last.getUTCDate() + 364);
  return { first, last: last.toISOString().slice(0, 10) };
}
