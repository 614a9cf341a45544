/** The session's decisions, actions and parked thoughts, on the plan's page. They live on after the signature. */
import { useState } from 'react';
import type { PlanView } from '../../api';
import { Section } from '../../shared';
import { Capture } from '../../shared/session/Capture';
import type { Kind } from '../../shared/session/capturing';
import { useCapturing } from './capture';
import { Minutes } from './Minutes';

interface MinutesSectionProps {
  view: PlanView;
  /** Whether the file can be written; a signed or proposed plan still takes decisions and actions. */
  editable: boolean;
}

export function MinutesSection({ view, editable }: MinutesSectionProps) {
  const [kind, setKind] = useState<Kind | null>(null);
  const capturing = useCapturing(view);
  return (
    <Section
      id="from-the-session"
      title="From the session"
      lead="Decisions, actions and parked thoughts. They are no part of what is signed, and live on after it."
    >
      <Minutes view={view} editable={editable} capture={setKind} names />
      <Capture {...capturing('agreement')} kind={kind} onClose={() => setKind(null)} />
    </Section>
  );
}
