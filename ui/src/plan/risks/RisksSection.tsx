/** What could go wrong, what we count on, and what the money goes into. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type PlanView, type Risk, type RiskKind, useAct } from '../../api';
import { EmptyState, Ordered, Section, useArrival } from '../../shared';
import { useRemoval } from '../../shared/useRemoval';
import { BudgetSummary } from './BudgetSummary';
import { RiskLine } from './RiskLine';
import classes from './RisksSection.module.css';

interface RisksSectionProps {
  view: PlanView;
  editable: boolean;
}

const kinds: Record<RiskKind, { title: string; lead: string; add: string; called: string }> = {
  risk: {
    title: 'Risks',
    lead: 'What may happen, what we do then, and who keeps an eye on it.',
    add: 'Add a risk',
    called: 'risk',
  },
  assumption: {
    title: 'Assumptions',
    lead: 'What the plan rests on, and how we notice when it no longer holds.',
    add: 'Add an assumption',
    called: 'assumption',
  },
};

export function RisksSection({ view, editable }: RisksSectionProps) {
  return (
    <Section
      id="risks"
      title="Risks and budget"
      lead="Said aloud now, a risk is a plan. Said in autumn, it is an excuse."
    >
      <RiskList kind="risk" view={view} editable={editable} />
      <RiskList kind="assumption" view={view} editable={editable} />
      <BudgetSummary view={view} editable={editable} />
    </Section>
  );
}

function RiskList({ kind, view, editable }: RisksSectionProps & { kind: RiskKind }) {
  const add = useAct('add_risk');
  const move = useAct('move_risk');
  const remove = useRemoval('remove_risk');
  const arrival = useArrival();
  const lines = view.risks.filter((risk) => risk.kind === kind);
  const { title, lead, add: addLabel, called } = kinds[kind];
  const addOne = async () => {
    const line = await add.run({ plan: view.plan.id, values: { kind } });
    if (line) arrival.expect(line.id);
  };
  const addButton = editable ? (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => void addOne()}>
      {addLabel}
    </Button>
  ) : null;
  return (
    <div className={classes.list}>
      <h3 className={classes.title}>{title}</h3>
      {lines.length === 0 ? (
        <EmptyState title={`No ${called} written down yet`} action={addButton}>
          {lead}
        </EmptyState>
      ) : (
        <>
          <p className={classes.lead}>{lead}</p>
          <Ordered<Risk>
            items={lines}
            nameOf={(risk) => risk.name || `the ${called}`}
            onMove={(id, after) => move.run({ id, after })}
            onRemove={(risk) => void remove({ id: risk.id }, risk.name || called)}
            locked={!editable}
          >
            {(risk, tools) => (
              <RiskLine
                risk={risk}
                view={view}
                editable={editable}
                arriving={arrival.is(risk.id)}
                tools={tools}
              />
            )}
          </Ordered>
          <div className={classes.add}>{addButton}</div>
        </>
      )}
    </div>
  );
}
