/** Why sales says no or not now: one of the agreed reasons, and a free word where somebody has one. */
import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Reason } from '../../api';
import { keyIn, reasonNames, useDraft } from '../../shared';
import type { Why } from './deciding';

/** "Abandoned" says that nobody decided, and this is a decision. */
const reasons = Object.entries(reasonNames)
  .filter(([value]) => value !== 'abandoned')
  .map(([value, label]) => ({ value, label }));

export interface WhyState {
  reason: Reason | null;
  note: string;
  choose: (reason: Reason | null) => void;
  write: (note: string) => void;
  /** What was said; null while the reason is missing. */
  said: Why | null;
}

/** Returns what is typed about the reason, beginning with `first`. */
export function useWhy(first: Reason | null = null): WhyState {
  const [reason, choose] = useState(first);
  const [note, write] = useState('');
  useDraft('In your own words', note.trim() !== '', () => write(''));
  return { reason, note, choose, write, said: reason && { reason, note } };
}

interface WhyFieldsProps {
  why: WhyState;
  label: string;
  description?: string;
  /** What stands at the field while no reason is chosen. */
  error?: string;
}

export function WhyFields({ why, label, description, error }: WhyFieldsProps) {
  return (
    <>
      <Select
        label={label}
        description={description}
        placeholder="Choose a reason"
        data={reasons}
        value={why.reason}
        onChange={(chosen) => why.choose(keyIn(reasonNames, chosen))}
        error={why.reason === null ? error : undefined}
        // The first field takes the keyboard; a day would open its calendar over the buttons.
        data-autofocus
        autoFocus
        required
        withAsterisk={false}
      />
      <Textarea
        label="In your own words"
        description="If the reason alone does not say it."
        value={why.note}
        onChange={(event) => why.write(event.currentTarget.value)}
      />
    </>
  );
}
