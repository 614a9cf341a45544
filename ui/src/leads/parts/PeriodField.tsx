/** Of which period leads are shown; a day that is not said is left out of the address. */
import { PeriodField as SharedPeriodField } from '../../shared';

export interface Period {
  from?: string;
  to?: string;
}

interface PeriodFieldProps {
  label: string;
  period: Period;
  choose: (period: Period) => void;
}

export function PeriodField({ label, period, choose }: PeriodFieldProps) {
  return (
    <SharedPeriodField
      label={label}
      period={{ from: period.from ?? null, to: period.to ?? null }}
      choose={({ from, to }) => choose({ from: from ?? undefined, to: to ?? undefined })}
    />
  );
}
