/** The qualified lead: what both sides agreed that one is, tried on their own leads, with the promises that go with it. */
import { useSearch } from '@tanstack/react-router';
import { useAsk } from '../api';
import { AgreedBanner, AgreedTitle, AgreementBody, EmptyState, Page, Section, useArrivalAt } from '../shared';
import { useOpenWorkspace } from '../shared/openWorkspace';
import { agreedDefinition } from './agreement/agreedDefinition';
import { BackTestSection } from './back-test';
import { BeginDefinition } from './begin/BeginDefinition';
import { NonLeadsSection, PointsSection, QuestionSection } from './criteria';
import { ExamplesSection } from './examples';
import { DefinitionActions } from './head/DefinitionActions';
import { DefinitionLead } from './head/DefinitionLead';
import { SentenceSection } from './head/SentenceSection';
import { PromisesSection } from './promises';
import { DefinitionRail } from './rail/DefinitionRail';
import { SignalsSection } from './signals';
import { TryLeadSection } from './trial';
import { useDefinitionCommands } from './useDefinitionCommands';

export function DefinitionPage() {
  const { version: read } = useSearch({ strict: false }) as { version?: unknown };
  const version = Number.isInteger(read) ? (read as number) : undefined;
  const definition = useAsk('open_definition', version === undefined ? {} : { version });
  const { read_only: readOnly } = useOpenWorkspace();
  useDefinitionCommands(definition.data ?? null);
  useArrivalAt(definition.data !== undefined);
  if (definition.error)
    return (
      <Page title="Qualified lead">
        <EmptyState title={definition.error.message}>{definition.error.hint}</EmptyState>
      </Page>
    );
  if (definition.data === undefined) return null;
  if (definition.data === null) return <BeginDefinition readOnly={readOnly} />;
  const view = definition.data;
  const editable = view.version === null && view.locked === null && readOnly === null;
  const section = { view, editable };
  const agreed = agreedDefinition(view);
  return (
    // Another version is another page: no half-typed text of this one may stay in its fields.
    <Page
      key={view.version}
      wide
      title={<AgreedTitle of={agreed} />}
      lead={<DefinitionLead view={view} />}
      actions={<DefinitionActions view={view} />}
      rail={<DefinitionRail view={view} />}
    >
      <AgreedBanner of={agreed} locked={view.locked} readOnly={readOnly} />
      <SentenceSection {...section} />
      {view.questions.map((question) => (
        <QuestionSection key={question.question} question={question} {...section} />
      ))}
      {view.has_points && <PointsSection {...section} />}
      <NonLeadsSection {...section} />
      <SignalsSection {...section} />
      <ExamplesSection {...section} />
      <TryLeadSection {...section} />
      <BackTestSection view={view} />
      <PromisesSection {...section} />
      <Section
        id="agreement"
        title="Agreement"
        lead="Proposed together, signed by one person of each side. From then on every lead that is handed over is judged by it, until you both sign the next version."
      >
        <AgreementBody of={agreed} editable={editable} />
      </Section>
    </Page>
  );
}
