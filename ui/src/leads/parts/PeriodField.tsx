/** Of which period: all time, a fiscal year, or between two days. */
import { Select } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import { usePlans } from '../../home/plans';
import { useFormats } from '../../shared';
import { readDay } from '../../shared/formats/days';
import classes from './Parts.module.css';

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
  const plans = usePlans();
  const [days, setDays] = useState(false);
  const year = plans.find((plan) => plan.first_day === period.from && plan.last_day === period.to);
  const ofDays = days || (!year && (period.from !== undefined || period.to !== undefined));
  const value = ofDays ? 'days' : (year?.id ?? 'all');
  const pick = (wanted: string | null) => {
    const plan = plans.find((one) => one.id === wanted);
    setDays(wanted === 'days');
    if (plan) choose({ from: plan.first_day, to: plan.last_day });
    else if (wanted === 'all') choose({});
  };
  return (
    <>
      <Select
        label={label}
        value={value}
        onChange={pick}
        data={[
          { value: 'all', label: 'All time' },
          ...plans.map((plan) => ({ value: plan.id, label: plan.label })),
          { value: 'days', label: 'Between two days' },
        ]}
        className={classes.control}
      />
      {ofDays && (
        <>
          <DayInput label="From" value={period.from} choose={(from) => choose({ ...period, from })} />
          <DayInput label="Until" value={period.to} choose={(to) => choose({ ...period, to })} />
        </>
      )}
    </>
  );
}

interface DayInputProps {
  label: string;
  value: string | undefined;
  choose: (day: string | undefined) => void;
}

function DayInput({ label, value, choose }: DayInputProps) {
  const { locale } = useFormats();
  return (
    <DateInput
      label={label}
      value={value ?? null}
      onChange={(day) => choose(day ?? undefined)}
      dateParser={(typed) => readDay(typed, locale)}
      valueFormat={locale === 'en-US' ? 'MMM D, YYYY' : 'D MMM YYYY'}
      placeholder="any day"
      clearable
      clearButtonProps={{ 'aria-label': `Clear ${label}` }}
      className={classes.control}
    />
  );
}
