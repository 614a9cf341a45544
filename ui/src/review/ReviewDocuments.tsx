/** Takes a review along: its worksheet, its minutes; and the dates of all of them. */
import { ExportMenu } from '../shared';
import { haveShell, tellExported } from '../shared/shell';

const forms = [
  { value: 'worksheet_pdf', label: 'Worksheet, as PDF' },
  { value: 'worksheet_xlsx', label: 'Worksheet, as a workbook' },
  { value: 'minutes_pdf', label: 'Minutes, as PDF' },
  { value: 'minutes_markdown', label: 'Minutes, as Markdown' },
  { value: 'slides_pptx', label: 'Slides, for PowerPoint' },
  { value: 'actions_csv', label: 'Actions, as CSV' },
] as const;

export function ReviewDocuments({ review }: { review: string }) {
  const save = async (format: (typeof forms)[number]['value']) => {
    const exported = await haveShell('export_review', { review, format });
    if (exported) tellExported(exported);
  };
  return <ExportMenu what="the review" forms={forms} save={save} />;
}

const calendars = [{ value: 'ics', label: 'Dates, for a calendar' }] as const;

export function ReviewDates() {
  const save = async () => {
    const exported = await haveShell('export_review_dates', {});
    if (exported) tellExported(exported);
  };
  return <ExportMenu what="the dates of the reviews" forms={calendars} save={save} />;
}

const reports = [{ value: 'pdf', label: 'On one page, as PDF' }] as const;

export function ReportDocument() {
  const save = async () => {
    const exported = await haveShell('export_report', {});
    if (exported) tellExported(exported);
  };
  return <ExportMenu what="where we stand" forms={reports} save={save} />;
}
