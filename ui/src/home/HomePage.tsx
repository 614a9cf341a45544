/** Where we stand: the year's plan and its seal, what waits for whom, the joint goals, and what was done lately. */
import { useAsk } from '../api';
import { PromisesBySide } from '../definition/promises/PromisesBySide';
import { Page, useFormats } from '../shared';
import { BeginPlan } from './BeginPlan';
import { DefinitionSeal } from './DefinitionSeal';
import { useDefinition } from './definition';
import { JointGoals } from './JointGoals';
import { currentPlan } from './plans';
import { RecentChanges } from './RecentChanges';
import { Waiting } from './Waiting';
import { YearSeal } from './YearSeal';

export function HomePage() {
  const plans = useAsk('list_plans', {});
  const { day } = useFormats();
  if (plans.isError)
    return (
      <Page title="Where we stand" lead={plans.error.message}>
        {plans.error.hint}
      </Page>
    );
  if (!plans.data) return null;
  const plan = currentPlan(plans.data);
  if (!plan) {
    return (
      <Page title="Where we stand">
        <BeginPlan />
        <WithoutPlan />
      </Page>
    );
  }
  return (
    <Page title="Where we stand" lead={`${plan.label}, ${day(plan.first_day)} to ${day(plan.last_day)}`}>
      <YearSeal plan={plan} />
      <DefinitionSeal />
      <Waiting />
      <JointGoals plan={plan} />
      <PromisesBySide {...plan} />
      <RecentChanges />
    </Page>
  );
}

/** What there is before the first plan: a definition that was begun may be what waits for a signature. */
function WithoutPlan() {
  const definition = useDefinition();
  const waits = useAsk('what_waits', {});
  return (
    <>
      {definition && <DefinitionSeal />}
      {waits.data && waits.data.length > 0 && <Waiting />}
    </>
  );
}
