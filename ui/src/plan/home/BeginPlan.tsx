/** A workspace without a plan: what a plan is worth, and one button. */
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useAct, useAsk } from '../../api';
import { EmptyState } from '../../shared';
import { haveShell } from '../../shared/shell';

export function BeginPlan() {
  const company = useAsk('show_company', {});
  const begin = useAct('begin_plan');
  const navigate = useNavigate();
  if (!company.data) return null;
  const year = company.data.this_year;
  const start = async (of: number) => {
    const plan = await begin.run({ year: of });
    if (plan) await navigate({ to: '/plan/$year', params: { year: String(plan.year) } });
  };
  const label = (of: number) => `FY${String(of % 100).padStart(2, '0')}`;
  return (
    <EmptyState
      title="No plan yet"
      action={
        <>
          <Button variant="filled" loading={begin.isRunning} onClick={() => void start(year)}>
            Begin plan {label(year)}
          </Button>
          <Button disabled={begin.isRunning} onClick={() => void start(year + 1)}>
            Begin plan {label(year + 1)}
          </Button>
        </>
      }
      aside={
        <Button variant="subtle" onClick={() => void haveShell('open_sample', {})}>
          See one in the sample
        </Button>
      }
    >
      Both leaders make one plan for the year, in an afternoon: look back, choose where to focus, agree on
      joint goals, work out the leads they ask for, and sign. From then on this page shows where you stand.
    </EmptyState>
  );
}
