/** How all pieces fare: which are used in deals, how easy they are to use, and whether the deals moved afterwards. */
import { SegmentedControl } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type UsageReport, type UsageShelf, useAsk } from '../../api';
import { ButtonLink, EmptyState, keysOf, Page, useFormats } from '../../shared';
import { DaysSetting } from '../parts/DaysSetting';
import { Figures } from './Figures';
import classes from './Usage.module.css';
import { UsageTable } from './UsageTable';
import { emptyShelf, usageFinding, usageShelfNames } from './words';

export function UsagePage() {
  const { shelf = 'used' } = useSearch({ from: '/collateral/use' });
  const { number } = useFormats();
  const report = useAsk('report_usage', { shelf }, { keep: true });
  if (report.isError) {
    return (
      <Page title="Collateral in use" lead={report.error.message}>
        {report.error.hint}
      </Page>
    );
  }
  if (!report.data) return null;
  const title = usageFinding(report.data, number);
  // What was said about pieces is there to be read, even before one was used.
  if (report.data.usage.uses === 0 && report.data.counts.generic === 0) {
    return (
      <Page title={title}>
        <EmptyState
          title="No use in a deal is recorded yet"
          action={
            <ButtonLink to="/collateral" search={{}} variant="filled">
              To the library
            </ButtonLink>
          }
        >
          Open a piece in the library and press “I used this in a deal”. Ten seconds each time, and both sides
          see which pieces help and which are better left out.
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={title} lead={<Figures usage={report.data.usage} />} wide>
      <Shelves shelf={shelf} report={report.data} />
      {report.data.pieces.length > 0 ? (
        <UsageTable pieces={report.data.pieces} caption={usageShelfNames[shelf]} />
      ) : (
        <p className="soft">{emptyShelf[shelf]}</p>
      )}
      {report.data.total > report.data.pieces.length && (
        <p className="soft">
          {number(report.data.pieces.length)} of {number(report.data.total)} are shown.
        </p>
      )}
      <div className={classes.settled}>
        <DaysSetting
          field="moved_within_days"
          days={report.data.moved_within_days}
          label="Within how many days of a use a deal has to move to count"
          before="According to imports, a deal counts as moved on when it did so within"
          after={report.data.moved_within_days === 1 ? 'day of the use.' : 'days of the use.'}
        />
      </div>
    </Page>
  );
}

function Shelves({ shelf, report: { counts } }: { shelf: UsageShelf; report: UsageReport }) {
  const navigate = useNavigate();
  const { number } = useFormats();
  const go = (next: UsageShelf) =>
    void navigate({
      to: '/collateral/use',
      search: next === 'used' ? {} : { shelf: next },
      replace: true,
    });
  return (
    <SegmentedControl
      className={classes.shelves}
      aria-label="Which pieces"
      value={shelf}
      onChange={(next) => go(next as UsageShelf)}
      data={keysOf(usageShelfNames).map((value) => ({
        value,
        label: `${usageShelfNames[value]} ${number(counts[value])}`,
      }))}
    />
  );
}
