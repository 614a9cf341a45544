/** Look back: what each side was measured on, the year in numbers, and what both learned, written before it is shared. */
import { Button } from '@mantine/core';
import { Suspense } from 'react';
import { useAct, useAsk } from '../../api';
import { Section } from '../../shared';
import { useRooms } from '../../shared/rooms';
import type { SectionProps } from '../sectionProps';
import { LastYearInNumbers } from './LastYearInNumbers';
import { Measures } from './Measures';
import { MonthShape } from './MonthShape';
import { RetroNotes } from './RetroNotes';
import { TakeFromLeads } from './TakeFromLeads';
import { useTellTaken } from './taken';

export function LookBackSection({ view, editable }: SectionProps) {
  const rooms = useRooms();
  return (
    <Section
      id="look-back"
      title="Look back"
      lead="What did last year teach us? Both sides, side by side, before anybody plans."
      actions={
        editable && (
          <>
            <TakeLastYear view={view} />
            <TakeFromLeads view={view} />
          </>
        )
      }
    >
      <Measures view={view} editable={editable} />
      <LastYearInNumbers view={view} editable={editable} />
      <MonthShape view={view} editable={editable} />
      {rooms.map(
        ({ name, OfYearBefore }) =>
          OfYearBefore && (
            <Suspense key={name} fallback={null}>
              <OfYearBefore year={view.plan.year - 1} plan={view.plan.id} editable={editable} />
            </Suspense>
          ),
      )}
      <RetroNotes view={view} editable={editable} />
    </Section>
  );
}

/** Takes over what last year's plan set out to do; there only when there is such a plan. */
function TakeLastYear({ view }: Pick<SectionProps, 'view'>) {
  const plans = useAsk('list_plans', {});
  const take = useAct('take_look_back');
  const tellTaken = useTellTaken();
  const last = plans.data?.find((plan) => plan.year === view.plan.year - 1);
  if (!last) return null;
  return (
    <Button
      disabled={take.isRunning}
      onClick={async () => {
        const done = await take.runStep({ plan: view.plan.id });
        if (done) tellTaken(done, `the plan of ${last.label}`);
      }}
    >
      Take from the plan of {last.label}
    </Button>
  );
}
