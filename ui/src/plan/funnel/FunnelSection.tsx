/**
 * Funnel maths: from the revenue goal back to the leads it needs. While a slider moves, the core works it out for the
 * value under the finger; letting go saves it.
 */
import { useEffect, useState } from 'react';
import { act, type Funnel, useAsk } from '../../api';
import { MoneyField, Section, useFormats } from '../../shared';
import { FigureValue } from '../parts/FigureValue';
import type { SectionProps } from '../sectionProps';
import { FunnelAnswer } from './FunnelAnswer';
import { FunnelByMonth } from './FunnelByMonth';
import { FunnelInputs } from './FunnelInputs';
import classes from './FunnelSection.module.css';
import { FunnelStages } from './FunnelStages';
import { MakeTargets } from './MakeTargets';

export function FunnelSection({ view, editable }: SectionProps) {
  const [trying, setTrying] = useState<Partial<Funnel> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the saved answer is what ends trying
  useEffect(() => setTrying(null), [view.funnel]);
  const tried = useAsk(
    'try_funnel',
    { year: view.plan.year, change: trying ?? {} },
    { enabled: editable && trying !== null, keep: true },
  );
  const shown = (trying && tried.data) || view.funnel;
  const edit = (change: Partial<Funnel>) => act('edit_funnel', { id: view.plan.id, change });
  return (
    <Section
      id="funnel"
      title="Funnel maths"
      lead="How many leads does our revenue goal need, and by when? Nobody has to believe it: change a number and see."
    >
      <div className={classes.goal}>
        <MoneyField
          label="Revenue goal"
          description="for the year"
          value={view.funnel.funnel.revenue_goal}
          locked={!editable}
          save={(revenue_goal) => edit({ revenue_goal })}
        />
        <MoneyField
          label="of it renewals"
          description="and expansion, from customers we have"
          value={view.funnel.funnel.renewals}
          locked={!editable}
          save={(renewals) => edit({ renewals })}
        />
        <dl className={classes.results}>
          <Result label="New revenue to win" figure={shown.new_revenue} />
          <Result label="of it from marketing" figure={shown.sourced_revenue} />
        </dl>
      </div>
      <div>
        <FunnelAnswer funnel={shown} />
        <FunnelInputs inputs={view.funnel.inputs} editable={editable} edit={edit} tryOut={setTrying} />
      </div>
      <FunnelStages funnel={shown} />
      {editable && <MakeTargets view={view} />}
      <FunnelByMonth view={view} funnel={shown} editable={editable} edit={edit} />
    </Section>
  );
}

function Result({
  label,
  figure,
}: {
  label: string;
  figure: { value: number | null; because: string | null };
}) {
  const { money } = useFormats();
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <FigureValue figure={figure} as={(value) => money(Math.round(value))} />
      </dd>
    </div>
  );
}
