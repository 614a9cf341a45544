/** In which deal a piece was used: one that was imported, found as one types, or any name. */
import { Autocomplete } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type DealChoice, useAsk } from '../../../api';
import { outcomeNames } from '../../../leads/words';
import { offeredDeals } from './deals';
import classes from './Uses.module.css';

export interface Deal {
  text: string;
  /** The imported opportunity that was chosen. */
  choice: DealChoice | null;
}

/** How long to wait for the next letter. */
const PAUSE = 120;

interface DealFieldProps {
  deal: Deal;
  choose: (deal: Deal) => void;
  error: string | undefined;
}

export function DealField({ deal, choose, error }: DealFieldProps) {
  const [settled] = useDebouncedValue(deal.text, PAUSE);
  const found = useAsk('find_deals', { text: settled.trim() }, { keep: true });
  const offered = offeredDeals(found.data ?? []);
  const named = (name: string) => offered.find((one) => one.name === name)?.choice ?? null;
  return (
    <Autocomplete
      label="Deal"
      placeholder="the customer or the opportunity"
      description={
        deal.choice
          ? followed(deal.choice)
          : 'Any name will do. Pick an imported one, and Lockstep can see whether it moves on.'
      }
      data={offered.map(({ name }) => name)}
      // The core has found them, by the customer and the id, too.
      filter={({ options }) => options}
      renderOption={({ option }) => <Offered name={option.value} choice={named(option.value)} />}
      value={deal.text}
      onChange={(text) => choose({ text, choice: named(text) })}
      error={error}
      autoFocus
    />
  );
}

function followed({ stage }: DealChoice): string {
  return `Imported${stage ? `, now at “${stage}”` : ''}. Imports will tell whether it moves on.`;
}

function Offered({ name, choice }: { name: string; choice: DealChoice | null }) {
  const stands = [choice?.stage, choice?.outcome && outcomeNames[choice.outcome]].filter(Boolean);
  return (
    <span className={classes.offered}>
      <span>{name}</span>
      <span className="soft small">{stands.join(', ')}</span>
    </span>
  );
}
