/** Checks the file, on demand: every row against the journal, every agreement against its digest. */
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
      lead="Holds every row against the history and every signed text against its digest. It changes nothing."
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
  const { number } = useFormats();
  if (report.ok) {
    return (
      <p className={classes.result}>
        <strong>● Everything is as it was written.</strong> {number(report.rows)} rows and{' '}
        {number(report.agreements)} {report.agreements === 1 ? 'agreement' : 'agreements'} were checked.
      </p>
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
