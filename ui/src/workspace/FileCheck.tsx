/** Checks the file, on demand: every row against the journal and the digests, every agreement against its own. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { type CheckReport, call, tellError } from '../api';
import { Section, useFormats } from '../shared';
import classes from './Settings.module.css';

export function FileCheck() {
  const [report, setReport] = useState<CheckReport | null>(null);
  const [busy, setBusy] = useState(false);
  const check = async () => {
    setBusy(true);
    try {
      setReport(await call('check_workspace', {}));
    } catch (thrown) {
      setReport(null);
      tellError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Section
      id="check"
      title="Check of the file"
      lead="Compares every row with the history and the digests kept beside it, and every signed text with its own. It changes nothing."
      actions={
        <Button loading={busy} onClick={() => void check()}>
          Check this file
        </Button>
      }
    >
      <div role="status">{report && <Report report={report} />}</div>
    </Section>
  );
}

function Report({ report }: { report: CheckReport }) {
  const { number, day } = useFormats();
  const rows = (count: number) => `${number(count)} ${count === 1 ? 'row' : 'rows'}`;
  if (report.ok) {
    return (
      <div className={classes.result}>
        <strong>● Everything is as it was written.</strong> {rows(report.rows)} compared with the history,{' '}
        {rows(report.digested_rows)} with the digests of their tables, and {number(report.agreements)}{' '}
        {report.agreements === 1 ? 'agreement with its' : 'agreements with their'} own.
        {report.digests_since && (
          <p>
            {rows(report.later_digested_rows)} in this file from before it kept digests. What happened to them
            before {day(report.digests_since)} cannot be told from these.
          </p>
        )}
        {report.not_compared > 0 && <p>There was nothing to compare {rows(report.not_compared)} with.</p>}
      </div>
    );
  }
  const more = report.problem_count - report.problems.length;
  return (
    <div className={classes.result}>
      <strong className={classes.damaged}>
        ■ {number(report.problem_count)} {report.problem_count === 1 ? 'thing is' : 'things are'} not as
        written.
      </strong>{' '}
      Go back to a backup from before, and keep this file.
      <ul className={classes.findings}>
        {report.problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
        {more > 0 && <li>and {number(more)} more</li>}
      </ul>
    </div>
  );
}
