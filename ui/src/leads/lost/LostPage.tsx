/** What was handed over and came to nothing because nobody looked: how much, where, and which leads. No word of blame. */
import { Table } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type LostRow, type LostView, useAsk } from '../../api';
import { ButtonLink, ChartFrame, Missing, Page, useFormats, WideTable } from '../../shared';
import { behind } from '../parts/behind';
import { Counted } from '../parts/Counted';
import { CountedBy, wayName } from '../parts/CountedBy';
import { Failed } from '../parts/Failed';
import { InLedger } from '../parts/InLedger';
import { type LevelBar, LevelBars } from '../parts/LevelBars';
import { NoLeads } from '../parts/NoLeads';
import { Share } from '../parts/Share';
import { StillReading } from '../parts/StillReading';
import type { FunnelPlace, LedgerPlace } from '../places';

/** How many lines the chart has; the table has them all. */
const drawn = 12;

export function LostPage() {
  const place = useSearch({ from: '/leads/lost' });
  const navigate = useNavigate();
  const { rate, number } = useFormats();
  const by = place.by ?? 'source';
  const lost = useAsk('lost_or_ignored', { by, from: place.from, to: place.to }, { keep: true });
  const attributes = useAsk('lead_funnel', { by: 'source' }, { keep: true });
  if (lost.isError) return <Failed title="Lost and ignored" error={lost.error} />;
  if (!lost.data) return <StillReading title="Lost and ignored" />;
  const { all, ignored_after: ignored } = lost.data;
  const share = all.lost_or_ignored;
  const filtered = place.from !== undefined || place.to !== undefined;
  if (lost.data.rows.length === 0 && !filtered) {
    return (
      <Page title="Lost and ignored">
        <NoLeads />
      </Page>
    );
  }
  const title =
    share.basis_points === null
      ? all.untouched === null && lost.data.rows.length > 0
        ? 'Who was lost or ignored is not known'
        : 'No leads came in then'
      : share.part === 0
        ? 'No lead was lost or ignored'
        : `${rate(share.basis_points)} of the leads were lost or ignored`;
  return (
    <Page
      title={<Counted isOld={lost.isPlaceholderData}>{title}</Counted>}
      lead={
        share.basis_points === null
          ? share.because
          : share.part > 0 &&
            `${number(share.part)} of ${number(share.n)}: ${number(all.untouched_overdue ?? 0)} still wait for a first contact that was due, ${number(all.abandoned ?? 0)} were abandoned without a decision.`
      }
      actions={
        share.part > 0 && (
          <ButtonLink
            to="/leads/ledger"
            search={{
              lost_or_ignored: true,
              ...(place.from && { from: place.from }),
              ...(place.to && { to: place.to }),
            }}
            variant="filled"
          >
            List these leads
          </ButtonLink>
        )
      }
      wide
    >
      <CountedBy
        place={place}
        attributes={attributes.data?.attributes ?? []}
        go={(next) => void navigate({ to: '/leads/lost', search: next, replace: true })}
      />
      {share.part > 0 && <Chart view={lost.data} by={by} />}
      {lost.data.rows.length > 0 && <LostTable view={lost.data} place={place} />}
      <p className="soft small measure">
        Nobody got in touch with an untouched lead, as far as the exports say. It counts as ignored after{' '}
        {ignored.working_days === 1 ? 'one working day' : `${number(ignored.working_days)} working days`},{' '}
        {ignored.is_promised ? 'as sales promised' : 'the usual promise while none is in force'}. An abandoned
        one was given up without sales accepting or rejecting it.
      </p>
    </Page>
  );
}

function nameOf(row: LostRow, by: string): string {
  return row.name ?? `No ${wayName(by)}`;
}

function Chart({ view, by }: { view: LostView; by: string }) {
  const { rate, number } = useFormats();
  const rows = view.rows.slice(0, drawn);
  const top = rows[0];
  const shown = ({ lost_or_ignored: { part, basis_points } }: LostRow) =>
    basis_points === null ? '–' : `${number(part)}, ${rate(basis_points, 0)}`;
  const bars: LevelBar[] = rows.map((row) => ({
    key: nameOf(row, by),
    label: nameOf(row, by),
    value: row.lost_or_ignored.part,
    shown: shown(row),
    few: row.lost_or_ignored.small,
  }));
  if (!top) return null;
  return (
    <ChartFrame
      title={`More of them are ${by === 'owner' ? 'with' : 'from'} ${nameOf(top, by)} than anywhere else: ${number(top.lost_or_ignored.part)}`}
      says={bars.map((bar) => `${bar.label}: ${bar.shown}`).join('; ')}
      table={{
        heads: [wayName(by), 'Lost or ignored', 'Of leads', 'Share'],
        rows: rows.map((row) => [
          nameOf(row, by),
          row.lost_or_ignored.basis_points === null ? '–' : number(row.lost_or_ignored.part),
          number(row.leads),
          row.lost_or_ignored.basis_points === null ? '–' : rate(row.lost_or_ignored.basis_points),
        ]),
      }}
      note={
        view.rows.length > drawn &&
        `The first ${drawn} of ${number(view.rows.length)}; the table below has them all.`
      }
    >
      <LevelBars bars={bars} />
    </ChartFrame>
  );
}

function LostTable({ view, place }: { view: LostView; place: FunnelPlace }) {
  const by = place.by ?? 'source';
  return (
    <WideTable minWidth={560} mt="xl">
      <Table className="tabular">
        <caption className="visually-hidden">Leads that were lost or ignored, by {wayName(by)}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">By {wayName(by)}</Table.Th>
            <Table.Th scope="col" className="number">
              Untouched
            </Table.Th>
            <Table.Th scope="col" className="number">
              Contact overdue
            </Table.Th>
            <Table.Th scope="col" className="number">
              Abandoned
            </Table.Th>
            <Table.Th scope="col" className="number">
              Lost or ignored
            </Table.Th>
            <Table.Th scope="col" className="number">
              Of all leads
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {view.rows.map((row) => (
            <LostLine key={row.name ?? ''} row={row} name={nameOf(row, by)} leads={behind(place, row)} />
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <LostLine
            row={view.all}
            name="All"
            leads={{ ...(place.from && { from: place.from }), ...(place.to && { to: place.to }) }}
          />
        </Table.Tfoot>
      </Table>
    </WideTable>
  );
}

function Count({ of }: { of: number | null }) {
  const { number } = useFormats();
  return (
    <Table.Td className="number">
      {of === null ? <Missing why="no file says who was contacted" /> : number(of)}
    </Table.Td>
  );
}

interface LostLineProps {
  row: LostRow;
  name: string;
  leads: LedgerPlace | undefined;
}

function LostLine({ row, name, leads }: LostLineProps) {
  const { number } = useFormats();
  return (
    <Table.Tr>
      <Table.Th scope="row">{name}</Table.Th>
      <Count of={row.untouched} />
      <Count of={row.untouched_overdue} />
      <Count of={row.abandoned} />
      <Table.Td className="number">
        <InLedger
          leads={row.lost_or_ignored.part > 0 ? leads && { ...leads, lost_or_ignored: true } : undefined}
          says={`lost or ignored leads, ${name}`}
        >
          {row.lost_or_ignored.basis_points === null && row.lost_or_ignored.n === 0 && row.leads > 0 ? (
            <Missing why={row.lost_or_ignored.because ?? 'no file says who was contacted'} />
          ) : (
            number(row.lost_or_ignored.part)
          )}
        </InLedger>
      </Table.Td>
      <Table.Td className="number">
        <Share of={row.lost_or_ignored} why={row.lost_or_ignored.because ?? 'no lead came in'} />
      </Table.Td>
    </Table.Tr>
  );
}
