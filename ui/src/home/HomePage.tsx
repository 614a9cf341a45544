/** Where we stand: what the rooms show of the year, what waits for whom, and what was done lately. */
import { Suspense } from 'react';
import { useAsk } from '../api';
import { rooms } from '../rooms';
import { Page, useFormats } from '../shared';
import { currentPlan } from '../shared/plans';
import type { HomeCard } from '../shared/room';
import { RecentChanges } from './RecentChanges';
import { WaitingBeforePlan, WaitingSection } from './Waiting';

const ofFrame: HomeCard[] = [
  { id: 'waiting', order: 30, Card: WaitingSection, BeforePlan: WaitingBeforePlan },
  { id: 'recent', order: 60, Card: RecentChanges },
];
const cards = [...ofFrame, ...rooms.flatMap(({ home = [] }) => home)].sort(
  (one, other) => one.order - other.order,
);

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
        {cards.map(
          ({ id, BeforePlan }) =>
            BeforePlan && (
              <Suspense key={id} fallback={null}>
                <BeforePlan />
              </Suspense>
            ),
        )}
      </Page>
    );
  }
  return (
    <Page title="Where we stand" lead={`${plan.label}, ${day(plan.first_day)} to ${day(plan.last_day)}`}>
      {cards.map(({ id, Card }) => (
        <Suspense key={id} fallback={null}>
          <Card year={plan} />
        </Suspense>
      ))}
    </Page>
  );
}
