/** The last stop of a review: what is still missing, how the time went, and the closing itself. */
import { Button } from '@mantine/core';
import { Section } from '../../shared';
import { HowTheTimeWent } from '../../shared/session/HowTheTimeWent';
import type { ClosingWays } from '../../shared/session/SessionStage';
import type { SessionStop } from '../../shared/session/stops';
import { CloseButton } from '../head/CloseButton';
import { ToClose } from '../head/ToClose';
import type { SectionProps } from '../sections';

interface ClosingProps extends SectionProps, Pick<ClosingWays, 'clock' | 'leave'> {
  stops: readonly SessionStop[];
}

export function Closing({ view, editable, stops, clock, leave }: ClosingProps) {
  const isClosed = view.line.review.closed_at !== null;
  return (
    <Section
      id="closing"
      title="Closing"
      lead={
        isClosed
          ? 'The review is closed and its numbers stay as they are. Now one person of each side signs it.'
          : 'Closing the review fixes every number. Then one person of each side signs it.'
      }
      actions={
        isClosed ? (
          <Button variant="filled" onClick={leave}>
            Go to the signatures
          </Button>
        ) : (
          editable && <CloseButton view={view} />
        )
      }
    >
      <ToClose view={view} />
      <HowTheTimeWent stops={stops} clock={clock} />
    </Section>
  );
}
