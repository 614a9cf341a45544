/** The last stop: what was decided, what is to be done and by whom, what is still parked, and how the time went. */
import { Button } from '@mantine/core';
import type { PlanView } from '../../api';
import { Section } from '../../shared';
import { HowTheTimeWent } from '../../shared/session/HowTheTimeWent';
import type { ClosingWays } from '../../shared/session/SessionStage';
import type { SessionStop } from '../../shared/session/stops';
import { Minutes } from './Minutes';

interface ClosingProps extends ClosingWays {
  view: PlanView;
  /** Whether the file can be written. */
  editable: boolean;
  stops: readonly SessionStop[];
}

export function Closing({ view, editable, stops, clock, capture, leave }: ClosingProps) {
  return (
    <Section
      id="closing"
      title="Closing"
      lead="What we leave with. It stays with the plan."
      actions={
        <Button variant="filled" onClick={leave}>
          Close the session
        </Button>
      }
    >
      <Minutes view={view} editable={editable} capture={capture} names={false} />
      <HowTheTimeWent stops={stops} clock={clock} />
    </Section>
  );
}
