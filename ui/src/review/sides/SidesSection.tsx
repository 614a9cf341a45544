/**
 * What each side says. Silent first: each writes its notes and gives its marks before it sees the other's; when both are ready,
 * all is revealed together, for good. Then both vote on what to talk about.
 */
import { Section } from '../../shared';
import type { SectionProps } from '../sections';
import { Pulse } from './Pulse';
import { Revealed } from './Revealed';
import { Silent } from './Silent';

export function SidesSection({ view, editable }: SectionProps) {
  const isRevealed = view.line.review.revealed_at !== null;
  return (
    <Section
      id="sides"
      title="What each side says"
      lead={
        isRevealed
          ? 'Both sides wrote before they saw what the other wrote.'
          : 'Silent first: write your own notes and give your own marks. Nobody sees the other side’s until both are ready; then you see all of them together.'
      }
    >
      {isRevealed ? <Revealed view={view} editable={editable} /> : <Silent view={view} editable={editable} />}
      <Pulse points={view.pulse} />
    </Section>
  );
}
