/** The phases in which customers buy, and which stages belong to each. */
import { type BuyingCycleView, type BuyingPhase, useAct, useAsk } from '../../api';
import { AddLine, Ordered, Section, useRemoval } from '../../shared';
import { PhaseLine } from './PhaseLine';
import classes from './Phases.module.css';

interface PhasesSectionProps {
  view: Pick<BuyingCycleView, 'buying_cycle' | 'phases'>;
  editable: boolean;
}

export function PhasesSection({ view, editable }: PhasesSectionProps) {
  const stages = useAsk('list_opportunity_stages', {}).data ?? [];
  const add = useAct('add_buying_phase');
  const move = useAct('move_buying_phase');
  const remove = useRemoval('remove_buying_phase');
  return (
    <Section
      id="phases"
      title="Phases"
      lead="As your customers see them. The stages tell in which phase a lead or an opportunity is; a stage belongs to one phase only."
    >
      {view.phases.length > 0 && (
        <div className={classes.heads} aria-hidden>
          <span>Phase</span>
          <span>Lead stages</span>
          <span>Opportunity stages</span>
        </div>
      )}
      <Ordered<BuyingPhase>
        items={view.phases}
        nameOf={({ name }) => name || 'this phase'}
        onMove={(id, after) => move.run({ id, after })}
        onRemove={({ id, name }) => void remove({ id }, name || 'a phase')}
        locked={!editable}
        className={classes.list}
      >
        {(phase, tools) => (
          <PhaseLine phase={phase} phases={view.phases} offered={stages} tools={tools} editable={editable} />
        )}
      </Ordered>
      {editable && (
        <AddLine
          label="Add a phase"
          placeholder="Add a phase: waiting for the budget …"
          add={(name) => add.attempt({ buying_cycle: view.buying_cycle.id, values: { name } })}
        />
      )}
    </Section>
  );
}
