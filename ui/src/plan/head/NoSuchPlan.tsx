/** A year without a plan: begin it here, or carry another forward. */

import type { CallError } from '../../api';
import { useAsk } from '../../api';
import { EmptyState, Page } from '../../shared';
import { BeginPlan } from '../compare/BeginPlan';

export function NoSuchPlan({ year, error }: { year: number; error: CallError }) {
  const plans = useAsk('list_plans', {});
  const isMissing = error.code === 'not_found' && Number.isInteger(year);
  const has = plans.data?.some((plan) => plan.year === year) ?? false;
  return (
    <Page title={`Plan ${Number.isInteger(year) ? year : ''}`}>
      {isMissing && !plans.data && !plans.isError ? null : isMissing && !has && plans.data ? (
        <BeginPlan plans={plans.data} year={year} />
      ) : (
        <EmptyState title={error.message}>{error.hint ?? 'Choose a plan on the left.'}</EmptyState>
      )}
    </Page>
  );
}
