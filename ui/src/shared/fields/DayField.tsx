/** A day in a field, with its calendar. On its own, because the calendar is large and the first screen shows none. */
import '@mantine/dates/styles.css';
import { DateInput, type DateInputProps, DatesProvider } from '@mantine/dates';
import { readDay } from '../formats/days';
import { useFormats } from '../formats/FormatsProvider';
import type { Maybe } from '../formats/formats';
import { calendarSettings } from './calendar';
import { useChoiceSave } from './choices';
import { type FieldProps, inputProps } from './fields';

/** A day, typed ("1 Apr 2027", "1.4.27", "2027-04-01") or chosen from the calendar. */
export function DayInput(props: DateInputProps) {
  const { locale, weekStart } = useFormats();
  return (
    <DatesProvider settings={calendarSettings(locale, weekStart)}>
      <DateInput
        dateParser={(typed) => readDay(typed, locale)}
        valueFormat={locale === 'en-US' ? 'MMM D, YYYY' : 'D MMM YYYY'}
        placeholder="a day"
        {...props}
      />
    </DatesProvider>
  );
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
