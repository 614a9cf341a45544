/** A number that leads to the leads behind it. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { LedgerPlace } from '../places';
import classes from './Parts.module.css';

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
