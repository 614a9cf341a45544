/** Of which period: a fiscal year, all there is, or between two days. */
import { Group, Select } from '@mantine/core';
import { useState } from 'react';
import { useAsk } from '../../api';
import { DayInput } from './DayField';

export interface Period {
  from: string | null;
  to: string | null;
}

export const allTime: Period = { from: null, to: null };

interface PeriodFieldProps {
  label: string;
  period: Period;
  choose: (period: Period) => void;
}

export function PeriodField({ label, period, choose }: PeriodFieldProps) {
  const years = useAsk('show_company', {}).data?.years ?? [];
  const [byHand, setByHand] = useState(false);
  const year = years.find((known) => known.first_day === period.from && known.last_day === period.to);
  const isAll = period.from === null && period.to === null;
  const shown = byHand || (!year && !isAll) ? 'days' : (year?.label ?? 'all');
  const pick = (wanted: string | null) => {
    setByHand(wanted === 'days');
    const of = years.find((known) => known.label === wanted);
    if (of) choose({ from: of.first_day, to: of.last_day });
    else if (wanted === 'all') choose(allTime);
  };
  return (
    <Group align="flex-end" gap="sm">
      <Select
        label={label}
        w="11rem"
        value={shown}
        onChange={pick}
        data={[
          { value: 'all', label: 'All there is' },
          ...years.map((known) => ({ value: known.label, label: known.label })),
          { value: 'days', label: 'Between two days' },
        ]}
      />
      {shown === 'days' && (
        <>
          <End label="From" day={period.from} choose={(from) => choose({ ...period, from })} />
          <End label="Until" day={period.to} choose={(to) => choose({ ...period, to })} />
        </>
      )}
    </Group>
  );
}

interface EndProps {
  label: string;
  day: string | null;
  choose: (day: string | null) => void;
}

/** One end of the period. */
function End({ label, day, choose }: EndProps) {
  return (
    <DayInput
      label={label}
      w="10rem"
      value={day}
      onChange={choose}
      placeholder="any day"
      clearable
      clearButtonProps={{ 'aria-label': `Clear ${label}` }}
    />
  );
}
