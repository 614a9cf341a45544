/** Several years side by side: what was planned, in the version that was signed. */
import { useAsk } from '../../api';
import { Page } from '../../shared';
import { PlanList } from './PlanList';
import { YearTable } from './YearTable';

export function ComparePage() {
  const plans = useAsk('list_plans', {});
  const comparison = useAsk('compare_plans', {});
  if (!plans.data || !comparison.data) return null;
  return (
    <Page
      wide
      title="Plans"
      lead="One plan a year. The years stand side by side in the version both sides signed; a year without one shows its draft."
    >
      <PlanList plans={plans.data} />
      {comparison.data.years.length > 1 && <YearTable comparison={comparison.data} />}
    </Page>
  );
}
