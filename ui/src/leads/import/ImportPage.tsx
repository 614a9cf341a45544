/** Taking exported files in: file, columns, values, preview, back and forth. All that was said stays with the files. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { StagedFile } from '../../platform';
import { Page } from '../../shared';
import { Failed } from '../parts/Failed';
import type { ImportStep } from '../places';
import { ColumnsStep } from './ColumnsStep';
import { DoneStep } from './DoneStep';
import { FileStep } from './FileStep';
import { PreviewStep } from './PreviewStep';
import { Steps } from './Steps';
import { allIsSaid, allRemembered, canGoOn, stepsFor } from './state';
import { useStagedFiles } from './useStagedFiles';
import { ValuesStep } from './ValuesStep';

const leads: Record<ImportStep, string> = {
  file: 'Exports of any CRM: leads, opportunities and campaign costs, alone or together. Nothing is taken in before you have seen what would happen.',
  columns: 'Each column with three of its values, and what it becomes. Change what was guessed wrong.',
  values: 'The words of your CRM, and what they mean here. The words themselves are kept, too.',
  preview: 'What would happen, to the last row. Nothing has been changed yet.',
};

export function ImportPage() {
  const place = useSearch({ from: '/leads/import' });
  const navigate = useNavigate();
  const answer = useStagedFiles();
  const files = answer.data ?? [];
  const areIn = files.length > 0 && files.every((file) => file.report !== null);
  const straight = place.step === undefined && !areIn && allRemembered(files);
  const go = (step: ImportStep, replace = false) =>
    void navigate({ to: '/leads/import', search: { ...place, step }, replace });

  // What was taken in before needs no look: one click does it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it becomes so
  useEffect(() => {
    if (straight) go('preview', true);
  }, [straight]);

  if (answer.isError) return <Failed title="Take in leads" error={answer.error} />;
  if (!answer.data) return null;
  if (areIn) return <DoneStep files={files} />;

  const steps = stepsFor(files);
  const reachable = (step: ImportStep) =>
    step === 'file' || (canGoOn(files) && (step !== 'preview' || allIsSaid(files)));
  const wanted = place.step ?? 'file';
  const step = steps.includes(wanted) && reachable(wanted) ? wanted : 'file';
  const at = steps.indexOf(step);
  const parts = {
    files,
    shown: place.file,
    show: (file: string) => void navigate({ to: '/leads/import', search: { ...place, file }, replace: true }),
    back: () => go(steps[at - 1] ?? 'file'),
    on: () => go(steps[at + 1] ?? 'preview'),
    next: steps[at + 1],
  };
  return (
    <Page title="Take in leads" lead={leads[step]} wide>
      <Steps steps={steps} here={step} reachable={reachable} go={go} />
      {step === 'file' && (
        <FileStep {...parts} straightOn={allRemembered(files) ? () => go('preview') : null} />
      )}
      {step === 'columns' && <ColumnsStep {...parts} />}
      {step === 'values' && <ValuesStep {...parts} />}
      {step === 'preview' && <PreviewStep {...parts} />}
    </Page>
  );
}

/** What each step is handed. */
export interface StepParts {
  files: readonly StagedFile[];
  /** The token of the file that is shown, of several. */
  shown: string | undefined;
  show: (file: string) => void;
  back: () => void;
  on: () => void;
  /** The step behind this one. */
  next: ImportStep | undefined;
}
