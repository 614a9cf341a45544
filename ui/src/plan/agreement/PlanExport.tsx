/** Takes the plan along: as PDF, as a workbook, as CSV, as JSON. */
import type { PlanView } from '../../api';
import { ExportMenu, versionInWords } from '../../shared';
import { exportPlan, planForms } from './exportPlan';

interface PlanExportProps {
  view: PlanView;
  /** The version to save; null for the draft. The one on the page unless told. */
  version?: number | null;
}

export function PlanExport({ view, version = view.version }: PlanExportProps) {
  return (
    <ExportMenu
      what={versionInWords(version)}
      forms={planForms}
      save={(form) => exportPlan(view.plan.id, version, form)}
    />
  );
}
