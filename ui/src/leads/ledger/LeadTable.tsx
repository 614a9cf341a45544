/** The lines of the ledger. Only those in sight are drawn; the arrow keys walk through all of them. */
import { UnstyledButton } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { LeadLine, LeadOrder } from '../../api';
import { reasonNames, useFormats, VerdictMark } from '../../shared';
import type { LedgerPlace } from '../places';
import { decisionNames, nameOf, outcomeNames, stageNames } from '../words';
import classes from './Ledger.module.css';
import { pagesOf, useLeadLines } from './useLeadPages';

/** A page of a browser ends at some thirty million pixels; so many lines are listed at once. */
const most = 500_000;
const lineHeight = 44;
const columns = 8;

interface LeadTableProps {
  place: LedgerPlace;
  total: number;
  open: (id: string) => void;
  sortBy: (order: LeadOrder | undefined) => void;
}

export function LeadTable({ place, total, open, sortBy }: LeadTableProps) {
  const room = useRef<HTMLDivElement>(null);
  const { number } = useFormats();
  const listed = Math.min(total, most);
  const [active, setActive] = useState(0);
  const wanted = useRef<number | null>(null);
  const lines = useVirtualizer({
    count: listed,
    getScrollElement: () => room.current,
    estimateSize: () => lineHeight,
    overscan: 12,
  });
  const shown = lines.getVirtualItems();
  const first = shown[0]?.index ?? 0;
  const last = shown.at(-1)?.index ?? 0;
  const lineAt = useLeadLines(place, pagesOf(first, last));

  // Other leads begin at their beginning.
  const question = JSON.stringify({ ...place, lead: undefined });
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever other leads are listed
  useEffect(() => {
    setActive(0);
    room.current?.scrollTo(0, 0);
  }, [question]);

  // The line that the keys moved to takes the keyboard once it is drawn.
  useEffect(() => {
    if (wanted.current === null) return;
    const button = room.current?.querySelector<HTMLElement>(`[data-line="${wanted.current}"]`);
    if (button) {
      wanted.current = null;
      button.focus({ preventScroll: true });
    }
  });
  const move = (to: number) => {
    const line = Math.max(0, Math.min(listed - 1, to));
    wanted.current = line;
    setActive(line);
    lines.scrollToIndex(line);
  };
  const pressed = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + 10,
      PageUp: active - 10,
      Home: 0,
      End: listed - 1,
    };
    const to = steps[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move(to);
  };
  const before = shown[0]?.start ?? 0;
  const behind = lines.getTotalSize() - (shown.at(-1)?.end ?? 0);
  // The line that takes Tab must be drawn, or nothing could.
  const tabbable = active >= first && active <= last ? active : first;
  return (
    <>
      <div className={classes.room} ref={room}>
        <table className={classes.table} aria-rowcount={listed + 1}>
          <caption className="visually-hidden">
            Leads. The arrow keys go from one to the next, Enter opens one.
          </caption>
          <thead>
            <tr aria-rowindex={1}>
              <SortHead name="Lead" order="name" now={place} sortBy={sortBy} />
              <SortHead name="Source" order="source" now={place} sortBy={sortBy} />
              <SortHead name="Owner" order="owner" now={place} sortBy={sortBy} />
              <SortHead name="Came in" order="latest" now={place} sortBy={sortBy} />
              <th scope="col">Stage</th>
              <th scope="col">Verdict</th>
              <th scope="col">Sales said</th>
              <th scope="col" className="number">
                Opportunity
              </th>
            </tr>
          </thead>
          <tbody onKeyDown={pressed}>
            {before > 0 && (
              <tr aria-hidden>
                <td colSpan={columns} style={{ height: before, padding: 0 }} />
              </tr>
            )}
            {shown.map((item) => (
              <Line
                key={item.index}
                index={item.index}
                lead={lineAt(item.index)}
                isOpen={place.lead !== undefined && lineAt(item.index)?.id === place.lead}
                tabbable={item.index === tabbable}
                open={(id) => {
                  setActive(item.index);
                  open(id);
                }}
              />
            ))}
            {behind > 0 && (
              <tr aria-hidden>
                <td colSpan={columns} style={{ height: behind, padding: 0 }} />
              </tr>
            )}
          </tbody>
        </table>
      </div>
      {total > most && (
        <p className="soft small">
          The first {number(most)} are listed. Narrow them down, or turn the order round, to see the others.
        </p>
      )}
    </>
  );
}

interface SortHeadProps {
  name: string;
  order: LeadOrder;
  now: Pick<LedgerPlace, 'sort' | 'reverse'>;
  sortBy: (order: LeadOrder | undefined) => void;
}

function SortHead({ name, order, now: { sort: now = 'latest', reverse = false }, sortBy }: SortHeadProps) {
  const days = order === 'latest';
  const here = now === order || (days && now === 'earliest');
  const next = days ? (now === 'latest' ? 'earliest' : undefined) : order;
  const falls = (now === 'latest') !== reverse;
  return (
    <th scope="col" aria-sort={here ? (falls ? 'descending' : 'ascending') : undefined}>
      <UnstyledButton className={classes.head} onClick={() => sortBy(next)}>
        {name}
        <span aria-hidden>{here ? (falls ? ' ↓' : ' ↑') : ''}</span>
      </UnstyledButton>
    </th>
  );
}

interface LineProps {
  index: number;
  lead: LeadLine | undefined;
  isOpen: boolean;
  tabbable: boolean;
  open: (id: string) => void;
}

function Line({ index, lead, isOpen, tabbable, open }: LineProps) {
  const { day, money } = useFormats();
  const name = lead && nameOf(lead);
  return (
    <tr
      className={classes.line}
      aria-rowindex={index + 2}
      data-open={isOpen || undefined}
      aria-busy={lead === undefined ? true : undefined}
      onClick={() => lead && open(lead.id)}
    >
      <td className={classes.lead}>
        <UnstyledButton className={classes.name} data-line={index} tabIndex={tabbable ? 0 : -1}>
          {name ?? '…'}
        </UnstyledButton>
        {lead?.company && lead.company !== name && <span className={classes.more}>{lead.company}</span>}
      </td>
      <td>
        {lead?.source && <span className={classes.cell}>{lead.source}</span>}
        {lead && lead.source === null && <span className={classes.missing}>source missing</span>}
      </td>
      <td>
        <span className={classes.cell}>{lead?.owner}</span>
      </td>
      <td className={classes.day}>{lead?.created_on && day(lead.created_on)}</td>
      <td>{lead?.stage && stageNames[lead.stage]}</td>
      <td>{lead?.verdict && <VerdictMark verdict={lead.verdict} />}</td>
      <td>
        {lead && <Decision lead={lead} />}
        {(lead?.reason ?? lead?.reason_said) && (
          <span className={classes.more}>{lead.reason ? reasonNames[lead.reason] : lead.reason_said}</span>
        )}
      </td>
      <td className="number">
        {lead?.value !== undefined && lead.value !== null && money(lead.value)}
        {lead?.outcome && <span className={classes.more}>{outcomeNames[lead.outcome]}</span>}
      </td>
    </tr>
  );
}

function Decision({ lead }: { lead: LeadLine }) {
  return <span data-decision={lead.decision}>{decisionNames[lead.decision]}</span>;
}
