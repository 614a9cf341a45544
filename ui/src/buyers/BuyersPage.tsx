/** How customers buy: who takes part, what each of them needs in each phase, and which stages belong to a phase. */
import { useSearch } from '@tanstack/react-router';
import { useAsk } from '../api';
import { EmptyState, Page, useArrivalAt } from '../shared';
import { useOpenWorkspace } from '../shared/openWorkspace';
import { BeginBuyingCycle } from './begin/BeginBuyingCycle';
import { InsightGrid } from './insights/InsightGrid';
import { PersonaList } from './personas/PersonaList';
import { PersonaProfile } from './personas/PersonaProfile';
import { PhasesSection } from './phases/PhasesSection';
import { shownPersona } from './places';

export function BuyersPage() {
  const place = useSearch({ from: '/buyers' });
  const cycle = useAsk('open_buying_cycle', {});
  const { read_only: readOnly } = useOpenWorkspace();
  useArrivalAt(cycle.data !== undefined);
  if (cycle.error)
    return (
      <Page title="Personas and phases">
        <EmptyState title={cycle.error.message}>{cycle.error.hint}</EmptyState>
      </Page>
    );
  if (cycle.data === undefined) return null;
  if (cycle.data === null) return <BeginBuyingCycle readOnly={readOnly} />;
  const view = cycle.data;
  const editable = readOnly === null;
  const persona = shownPersona(view, place);
  return (
    <Page
      wide
      title="Personas and phases"
      lead="Who takes part in a purchase, and what each of them needs in each phase. Write down what you hear, and how you know."
    >
      <PersonaList view={view} shown={persona} editable={editable} />
      {persona && <PersonaProfile key={persona.id} persona={persona} editable={editable} />}
      {persona && (
        <InsightGrid key={`insights-${persona.id}`} view={view} persona={persona} editable={editable} />
      )}
      <PhasesSection view={view} editable={editable} />
    </Page>
  );
}
