/** The way from a number of the worksheet to the leads behind it, as they are today. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ListLeads, ReviewDays, WorksheetColumn, WorksheetRow } from '../../api';
import classes from '../Links.module.css';

/** What narrows the ledger down to what a column counts in a period. */
const asked: Readonly<Record<string, (now: ReviewDays['now']) => ListLeads>> = {
  leads: (now) => ({ handed_over: now }),
  converted: (now) => ({ handed_over: now, converted: true }),
  lost_or_ignored: (now) => ({ handed_over: now, lost_or_ignored: true }),
  accepted: (now) => ({ decided: now, accepted: 'accepted' }),
  acceptance: (now) => ({ decided: now, accepted: 'accepted' }),
  accepted_value: (now) => ({ decided: now, accepted: 'accepted' }),
};

/** What stands behind a column: of a rate, the leads that make its share. */
const behind: Readonly<Record<string, string>> = {
  leads: 'the leads that were handed over',
  converted: 'the leads that have an opportunity',
  lost_or_ignored: 'the leads that were lost or ignored',
  accepted: 'the leads that were accepted',
  acceptance: 'the leads that were accepted',
  accepted_value: 'the leads that were accepted',
};

interface NumberLinkProps {
  row: WorksheetRow;
  column: WorksheetColumn;
  days: ReviewDays;
  children: ReactNode;
}

/** How the rows of sources name the leads that have none. */
const NO_SOURCE = '–';

export function NumberLink({ row, column, days, children }: NumberLinkProps) {
  const of = asked[column.key];
  if (!column.is_listed || !of) return children;
  const source = row.key === '' ? {} : { source: row.key === NO_SOURCE ? '' : row.key };
  return (
    <Link className={classes.link} to="/leads/ledger" search={{ ...defined(of(days.now)), ...source }}>
      {children}
      <span className="visually-hidden">
        : {behind[column.key]}, {row.name}
      </span>
    </Link>
  );
}

/** Leaves out what is not asked. */
function defined(asked: ListLeads) {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value != null));
}
