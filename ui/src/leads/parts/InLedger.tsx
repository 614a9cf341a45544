/** A number that leads to the leads behind it. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { FunnelPlace, LedgerPlace } from '../places';
import classes from './Parts.module.css';

/** Returns how the ledger is filtered to one row of a count; undefined where it cannot be. */
export function behind(place: FunnelPlace, name: string | null): LedgerPlace | undefined {
  const { by = 'source', from, to } = place;
  if (by !== 'source' && by !== 'owner') return undefined;
  // Who has none is listed under the empty name.
  return { [by]: name ?? '', ...(from && { from }), ...(to && { to }) };
}

interface InLedgerProps {
  leads: LedgerPlace | undefined;
  /** What is behind it, for whoever does not see the table: "leads of Web". */
  says: string;
  children: ReactNode;
}

export function InLedger({ leads, says, children }: InLedgerProps) {
  if (!leads) return children;
  return (
    <Link to="/leads/ledger" search={leads} className={classes.behind}>
      {children}
      <span className="visually-hidden">, {says}</span>
    </Link>
  );
}
