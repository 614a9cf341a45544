/** One phase: its name, and the stages that belong to it. */
import type { ReactNode } from 'react';
import { act, type BuyingPhase, type OpportunityStage } from '../../api';
import { AreaField, TagsField, useFormats } from '../../shared';
import { LeadStagesField } from './LeadStagesField';
import classes from './Phases.module.css';

interface PhaseLineProps {
  phase: BuyingPhase;
  phases: readonly BuyingPhase[];
  offered: readonly OpportunityStage[];
  tools: ReactNode;
  editable: boolean;
}

export function PhaseLine({ phase, phases, offered, tools, editable }: PhaseLineProps) {
  const { number } = useFormats();
  const change = (values: Partial<BuyingPhase>) => act('edit_buying_phase', { id: phase.id, change: values });
  const name = phase.name || 'this phase';
  const others = phases.filter(({ id }) => id !== phase.id);
  const taken = new Set(others.flatMap((other) => other.opportunity_stages));
  return (
    <div className={classes.line} id={phase.id}>
      <AreaField
        oneLine
        hideLabel
        label="Phase"
        value={phase.name}
        locked={!editable}
        save={(name) => change({ name })}
      />
      <LeadStagesField
        label={`Lead stages of ${name}`}
        stages={phase.lead_stages}
        others={others}
        locked={!editable}
        save={(lead_stages) => change({ lead_stages })}
      />
      <TagsField
        hideLabel
        label={`Opportunity stages of ${name}`}
        placeholder="As your CRM calls them"
        value={phase.opportunity_stages}
        offered={offered
          .filter(({ stage }) => !taken.has(stage))
          .map(({ stage, opportunities }) => ({
            value: stage,
            note: opportunities === 1 ? '1 opportunity' : `${number(opportunities)} opportunities`,
          }))}
        locked={!editable}
        save={(opportunity_stages) => change({ opportunity_stages })}
      />
      <span className={classes.tools}>{tools}</span>
    </div>
  );
}
