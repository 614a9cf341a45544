/** The leads at a glance: what both sides should know first, side by side, and where to look further. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type FunnelRow, useAsk } from '../../api';
import { ButtonLink, ChartFrame, Page, Section, SidePair, useFormats } from '../../shared';
import { mostLeads, rowName } from '../funnel/names';
import { Failed } from '../parts/Failed';
import { InLedger } from '../parts/InLedger';
import { type LevelBar, LevelBars } from '../parts/LevelBars';
import { NoLeads } from '../parts/NoLeads';
import { StillReading } from '../parts/StillReading';
import { kindNames } from '../words';
import classes from './Overview.module.css';

export function LeadsPage() {
  const funnel = useAsk('lead_funnel', { by: 'source' });
  const missing = useAsk('list_leads', { source: '', limit: 1 });
  const { number } = useFormats();
  const error = funnel.error ?? missing.error;
  if (error) return <Failed title="Leads" error={error} />;
  if (!funnel.data || !missing.data) return <StillReading title="Leads" />;
  const { all, rows } = funnel.data;
  if (all.leads + all.opportunities === 0) {
    return (
      <Page title="Leads">
        <NoLeads />
      </Page>
    );
  }
  return (
    <Page
      title={headline(all, number)}
      lead={decided(all, number)}
      actions={
        <ButtonLink to="/leads/import" search={{}} variant="filled">
          Take in leads…
        </ButtonLink>
      }
    >
      <SidePair
        sales={<SalesFindings all={all} />}
        marketing={<MarketingFindings all={all} missing={missing.data.total} />}
      />
      <Sources rows={rows} all={all} />
      <LatestImports />
    </Page>
  );
}

/** Says how many leads there are and what became of them, as far as anybody knows. */
function headline(all: FunnelRow, number: (value: number) => string): string {
  const parts = [
    all.accepted !== null && `${number(all.accepted)} were accepted`,
    all.lost_or_ignored.basis_points !== null && `${number(all.lost_or_ignored.part)} lost or ignored`,
  ].filter(Boolean);
  return parts.length === 0
    ? `${number(all.leads)} leads came in`
    : `Of ${number(all.leads)} leads, ${parts.join(' and ')}`;
}

/** Says of how many leads it is known what sales decided. */
function decided(all: FunnelRow, number: (value: number) => string): string {
  const says = [
    `${number((all.accepted ?? 0) + (all.rejected ?? 0))} were accepted or rejected`,
    all.closed_out > 0 && `${number(all.closed_out)} closed out without either`,
    all.open_leads > 0 && `${number(all.open_leads)} are open`,
    all.unknown > 0 && `of ${number(all.unknown)} the files do not say`,
  ].filter(Boolean);
  return `${says.join(', ')}.`;
}

interface FindingProps {
  figure: ReactNode;
  says: string;
  more: ReactNode;
}

function Finding({ figure, says, more }: FindingProps) {
  return (
    <div className={classes.finding}>
      <p className={classes.figure}>{figure}</p>
      <p className={classes.says}>{says}</p>
      <p className={classes.more}>{more}</p>
    </div>
  );
}

function SalesFindings({ all }: { all: FunnelRow }) {
  const { number, rate, money } = useFormats();
  const lost = all.lost_or_ignored;
  return (
    <>
      <Finding
        figure={
          <InLedger
            leads={lost.part > 0 ? { lost_or_ignored: true } : undefined}
            says="lost or ignored leads"
          >
            {lost.basis_points === null ? '–' : rate(lost.basis_points)}
          </InLedger>
        }
        says="of the leads were lost or ignored"
        more={
          <>
            {lost.basis_points === null
              ? lost.because
              : `${number(all.untouched_overdue ?? 0)} wait for a first contact that was due, ${number(all.abandoned ?? 0)} were abandoned without a decision.`}{' '}
            {lost.basis_points !== null && (
              <Link to="/leads/lost" search={{}}>
                See where
              </Link>
            )}
          </>
        }
      />
      <Finding
        figure={all.win_rate.basis_points === null ? '–' : rate(all.win_rate.basis_points)}
        says="of the opportunities that closed were won"
        more={
          all.win_rate.basis_points === null
            ? (all.win_rate.because ?? 'No opportunity has closed yet.')
            : `${number(all.won ?? 0)} of ${number(all.win_rate.n)}${
                all.won_value === null
                  ? ''
                  : `, worth ${all.won_without_value > 0 ? 'at least ' : ''}${money(all.won_value)}`
              }.`
        }
      />
    </>
  );
}

function MarketingFindings({ all, missing }: { all: FunnelRow; missing: number }) {
  const { number, rate } = useFormats();
  const { basis_points: points, n } = all.acceptance;
  return (
    <>
      <Finding
        figure={
          <InLedger
            leads={points !== null && all.accepted ? { accepted: 'accepted' } : undefined}
            says="accepted leads"
          >
            {points === null ? '–' : rate(points)}
          </InLedger>
        }
        says="of the leads that sales decided on were accepted"
        more={
          points === null
            ? all.acceptance.because
            : `${number(all.accepted ?? 0)} of ${number(n)}. The other ${number(all.leads - n)} are left out: no yes or no of sales is known for them.`
        }
      />
      <Finding
        figure={
          <InLedger leads={missing > 0 ? { source: '' } : undefined} says="leads without a source">
            {number(missing)}
          </InLedger>
        }
        says={missing === 1 ? 'lead has no source' : 'leads have no source'}
        more={
          missing === 0 ? (
            'So every effort can be judged by what came of it.'
          ) : (
            <>
              What they cost and what came of them cannot be told apart.{' '}
              <Link to="/leads/ledger" search={{ source: '' }}>
                Say where they came from
              </Link>
            </>
          )
        }
      />
    </>
  );
}

function Sources({ rows, all }: { rows: readonly FunnelRow[]; all: FunnelRow }) {
  const { number, rate } = useFormats();
  const shown = rows.filter((row) => row.leads > 0).slice(0, 6);
  const top = shown[0];
  if (!top) return null;
  const name = (row: FunnelRow) => rowName(row, 'source');
  const bars: LevelBar[] = shown.map((row) => ({
    key: name(row),
    label: name(row),
    value: row.leads,
    shown: `${number(row.leads)}${
      row.acceptance.basis_points === null
        ? ''
        : `, ${number(row.acceptance.part)} of ${number(row.acceptance.n)} decided were accepted`
    }`,
  }));
  return (
    <Section
      id="sources"
      title="Where they came from"
      actions={
        <ButtonLink to="/leads/funnel" search={{}}>
          The whole funnel
        </ButtonLink>
      }
    >
      <ChartFrame
        title={mostLeads(shown, all.leads, number)}
        says={bars.map((bar) => `${bar.label}: ${bar.shown}`).join('; ')}
        table={{
          heads: ['Source', 'Leads', 'Accepted', 'Acceptance of those decided'],
          rows: shown.map((row) => [
            name(row),
            number(row.leads),
            row.accepted === null ? '–' : number(row.accepted),
            row.acceptance.basis_points === null ? '–' : rate(row.acceptance.basis_points),
          ]),
        }}
        note={rows.length > shown.length && `The first ${shown.length} of ${number(rows.length)} sources.`}
      >
        <LevelBars bars={bars} />
      </ChartFrame>
    </Section>
  );
}

function LatestImports() {
  const imports = useAsk('list_imports', {});
  const { number, instant } = useFormats();
  const latest = (imports.data ?? []).filter((one) => one.taken_back_at === null).slice(0, 3);
  if (latest.length === 0) return null;
  return (
    <Section
      id="files"
      title="From which files"
      actions={<ButtonLink to="/leads/imports">All imports</ButtonLink>}
    >
      <ul className={classes.files}>
        {latest.map((one) => (
          <li key={one.id}>
            <strong>{one.file_name}</strong>
            <span className="soft">
              {kindNames[one.kind]}: {number(one.added)} new, {number(one.updated)} updated
            </span>
            <span className="faint small">{instant(one.at)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
