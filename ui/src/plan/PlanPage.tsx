/** The annual plan of one fiscal year: one page, its sections in the order of the session, a contents rail beside them. */
import { useParams, useSearch } from '@tanstack/react-router';
import { useAsk } from '../api';
import { AgreedBanner, AgreedTitle, DaysWithin, Page, useArrivalAt } from '../shared';
import { useOpenWorkspace } from '../shared/openWorkspace';
import { AgreementSection, agreedPlan } from './agreement';
import { FocusSection } from './focus';
import { FunnelSection } from './funnel';
import { GoalsSection } from './goals';
import { NoSuchPlan } from './head/NoSuchPlan';
import { PlanActions } from './head/PlanActions';
import { PlanLead } from './head/PlanLead';
import { InitiativesSection } from './initiatives';
import { LookBackSection } from './look-back';
import { PlanRail } from './rail/PlanRail';
import { ResponsibilitiesSection } from './responsibilities';
import { RisksSection } from './risks';
import { MinutesSection } from './session/MinutesSection';
import { usePlanCommands } from './usePlanCommands';

export function PlanPage() {
  const { year: named } = useParams({ strict: false }) as { year?: string };
  const { version: read } = useSearch({ strict: false }) as { version?: unknown };
  const version = Number.isInteger(read) ? (read as number) : undefined;
  const year = Number(named);
  const plan = useAsk('open_plan', version === undefined ? { year } : { year, version });
  const { read_only: readOnly } = useOpenWorkspace();
  usePlanCommands(year);
  useArrivalAt(plan.data !== undefined);
  if (plan.error) return <NoSuchPlan year={year} error={plan.error} />;
  if (!plan.data) return null;
  const view = plan.data;
  const editable = view.version === null && view.locked === null && readOnly === null;
  const section = { view, editable };
  const agreed = agreedPlan(view);
  return (
    // Another year or version is another page: no half-typed text of this one may stay in its fields.
    <DaysWithin
      key={`${view.plan.id}:${view.version}`}
      value={{ first: view.first_day, last: view.last_day }}
    >
      <Page
        wide
        title={<AgreedTitle of={agreed} />}
        lead={<PlanLead view={view} />}
        actions={<PlanActions view={view} readOnly={readOnly !== null} />}
        rail={<PlanRail view={view} />}
      >
        <AgreedBanner of={agreed} locked={view.locked} readOnly={readOnly} />
        <LookBackSection {...section} />
        <FocusSection {...section} />
        <GoalsSection {...section} />
        <FunnelSection {...section} />
        <InitiativesSection {...section} />
        <ResponsibilitiesSection {...section} />
        <RisksSection {...section} />
        <AgreementSection {...section} />
        {view.version === null && <MinutesSection view={view} editable={readOnly === null} />}
      </Page>
    </DaysWithin>
  );
}
