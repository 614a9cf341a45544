/** The stages of leads that belong to a phase; those of other phases are shown as theirs. */
import { MultiSelect } from '@mantine/core';
import type { BuyingPhase, LeadStage } from '../../api';
import { stageNames } from '../../leads/words';
import { inputProps, keysOf, useChoiceSave } from '../../shared';

interface LeadStagesFieldProps {
  label: string;
  stages: LeadStage[];
  /** The other phases. */
  others: readonly BuyingPhase[];
  locked: boolean;
  save: (stages: LeadStage[]) => Promise<unknown>;
}

export function LeadStagesField({ label, stages, others, locked, save }: LeadStagesFieldProps) {
  const { shown, choose, error } = useChoiceSave(stages, save);
  const data = keysOf(stageNames).map((stage) => {
    const owner = others.find((other) => other.lead_stages.includes(stage));
    return {
      value: stage,
      label: owner ? `${stageNames[stage]} (${owner.name || 'another phase'})` : stageNames[stage],
      disabled: owner !== undefined,
    };
  });
  return (
    <MultiSelect
      {...inputProps({ label, hideLabel: true, locked })}
      placeholder={shown.length === 0 ? 'None' : ''}
      data={data}
      value={shown}
      onChange={(next) => void choose(next as LeadStage[])}
      error={error}
    />
  );
}
