/** A day in a field, with its calendar. On its own, because the calendar is large and the first screen shows none. */
import '@mantine/dates/styles.css';
import { DateInput, type DateInputProps, DatesProvider } from '@mantine/dates';
import { type FormEvent, useEffect, useRef } from 'react';
import { announceUnsaved } from '../../api';
import { isWholeDay, readDay } from '../formats/days';
import { useFormats } from '../formats/FormatsProvider';
import type { Maybe } from '../formats/formats';
import { calendarSettings } from './calendar';
import { useChoiceSave } from './choices';
import { type FieldProps, inputProps } from './fields';

interface DayInputProps extends DateInputProps {
  /** Whether what is typed counts when the screen is left, too; where a day leads elsewhere, it must not. */
  savesItself?: boolean;
}

/**
 * A day, typed ("1 Apr 2027", "1.4.27", "2027-04-01") or chosen from the calendar. What is half typed is no day yet: it
 * counts when its year has four figures, on Enter, and when the field is left.
 */
export function DayInput({ savesItself = false, onChange, onBlur, onKeyDown, ...props }: DayInputProps) {
  const { locale, weekStart } = useFormats();
  // What was typed and does not count yet.
  const typed = useRef<string | null>(null);
  const withdraw = useRef(() => {});
  const forget = () => {
    withdraw.current();
    typed.current = null;
  };
  const settle = async () => {
    const text = typed.current;
    forget();
    if (text === null) return;
    const day = text.trim() === '' ? null : readDay(text, locale);
    const isAllowed = day === null ? text.trim() === '' && props.clearable : isWithin(day, props);
    if (isAllowed && day !== (props.value ?? null)) onChange?.(day);
  };
  const latest = useRef(settle);
  latest.current = settle;
  useEffect(
    () => () => {
      if (savesItself) void latest.current();
      else withdraw.current();
    },
    [savesItself],
  );
  return (
    <DatesProvider settings={calendarSettings(locale, weekStart)}>
      <DateInput
        dateParser={(text) => (isWholeDay(text) ? readDay(text, locale) : null)}
        valueFormat={locale === 'en-US' ? 'MMM D, YYYY' : 'D MMM YYYY'}
        placeholder="a day"
        {...props}
        onInput={(event: FormEvent<HTMLInputElement>) => {
          forget();
          typed.current = event.currentTarget.value;
          withdraw.current = announceUnsaved(() => latest.current());
        }}
        onChange={(day) => {
          // Emptied to type another one.
          if (day === null && typed.current?.trim() === '') return;
          forget();
          onChange?.(day);
        }}
        onBlur={(event) => {
          void settle();
          onBlur?.(event);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void settle();
          onKeyDown?.(event);
        }}
      />
    </DatesProvider>
  );
}

function isWithin(day: string, { minDate, maxDate }: Pick<DateInputProps, 'minDate' | 'maxDate'>): boolean {
  return !(minDate && day < String(minDate)) && !(maxDate && day > String(maxDate));
}

/** A day that saves itself. */
export function DayField({
  value,
  save,
  ...props
}: FieldProps<Maybe<string>> & { min?: string; max?: string }) {
  const { shown, choose, error } = useChoiceSave<string | null>(value ?? null, save);
  return (
    <DayInput
      {...inputProps(props)}
      savesItself
      value={shown}
      onChange={(next) => next !== shown && choose(next)}
      placeholder={props.placeholder ?? 'a day'}
      minDate={props.min}
      maxDate={props.max}
      clearable={!props.locked}
      clearButtonProps={{ 'aria-label': `Clear ${props.label}` }}
      error={error}
    />
  );
}
