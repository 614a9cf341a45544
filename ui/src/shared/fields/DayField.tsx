/** A day in a field, with its calendar. On its own, because the calendar is large and the first screen shows none. */
import '@mantine/dates/styles.css';
import { DateInput, type DateInputProps, DatesProvider } from '@mantine/dates';
import { createContext, type FormEvent, useContext, useEffect, useRef, useState } from 'react';
import { announceField, fieldsChanged, tellLost } from '../../api';
import { isWholeDay, noDayInWords, readDay, type Within } from '../formats/days';
import { useFormats } from '../formats/FormatsProvider';
import type { Maybe } from '../formats/formats';
import { calendarSettings } from './calendar';
import { useChoiceSave } from './choices';
import { type FieldProps, inputProps } from './fields';

const WithinContext = createContext<Within | null>(null);
/** Says in which year a day lies that is typed without one: "1 Apr" in the plan of 2027. */
export const DaysWithin = WithinContext.Provider;

interface DayInputProps extends DateInputProps {
  /** What the field is called, for messages, where `label` is hidden. */
  called?: string;
  /** Whether what is typed counts when the screen is left, too; where a day leads elsewhere, it must not. */
  savesItself?: boolean;
  /** Hears that what is typed is no day, or one again: a form must not go on with the day from before. */
  onUnreadable?: (isUnreadable: boolean) => void;
}

/**
 * A day, typed ("1 Apr 2027", "1.4.27", "1 Apr", "2027-04-01") or chosen from the calendar. What is half typed is no day yet:
 * it counts when its year has four figures, on Enter, and when the field is left. What is no day stays in the field, with what
 * is wrong with it, until it is put right.
 */
export function DayInput({
  savesItself = false,
  called,
  onUnreadable,
  onChange,
  onBlur,
  onKeyDown,
  ...props
}: DayInputProps) {
  const { locale, weekStart, day: written } = useFormats();
  const within = useContext(WithinContext);
  // What was typed and does not count yet.
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const now = useRef({ typed, problem, mounted: true });

  const become = (text: string | null, wrong: string | null) => {
    const wasWrong = now.current.problem !== null;
    now.current.typed = text;
    now.current.problem = wrong;
    if (now.current.mounted) {
      setTyped(text);
      setProblem(wrong);
    }
    fieldsChanged();
    if (wasWrong !== (wrong !== null)) onUnreadable?.(wrong !== null);
  };
  const settle = async () => {
    const text = now.current.typed;
    if (text === null) return;
    const isEmpty = text.trim() === '';
    const day = isEmpty ? null : readDay(text, locale, within);
    const wrong =
      day === null && !isEmpty
        ? noDayInWords(text, locale, within)
        : day !== null
          ? outsideInWords(day, props, written)
          : null;
    become(wrong ? text : null, wrong);
    if (wrong || (isEmpty && !props.clearable)) return;
    if (day !== (props.value ?? null)) await onChange?.(day);
  };
  const name = called ?? (typeof props.label === 'string' ? props.label : 'A day');
  const latest = useRef({ settle, become, name });
  latest.current = { settle, become, name };
  useEffect(() => {
    const at = now.current;
    at.mounted = true;
    const withdraw = announceField({
      name: () => latest.current.name,
      // What leads elsewhere is nothing that is missing in the file.
      isUnsaved: () => at.typed !== null && (savesItself || at.problem === null),
      isSaving: () => false,
      isWrong: () => savesItself && at.problem !== null,
      save: () => latest.current.settle(),
      forget: () => latest.current.become(null, null),
    });
    return () => {
      at.mounted = false;
      if (!savesItself) return withdraw();
      void latest.current.settle().finally(() => {
        if (at.problem !== null) tellLost(latest.current.name, at.typed ?? '', at.problem);
        withdraw();
      });
    };
  }, [savesItself]);
  return (
    <DatesProvider settings={calendarSettings(locale, weekStart)}>
      <DateInput
        dateParser={(text) => (isWholeDay(text) ? readDay(text, locale, within) : null)}
        valueFormat={locale === 'en-US' ? 'MMM D, YYYY' : 'D MMM YYYY'}
        placeholder="a day"
        {...props}
        error={problem ?? props.error}
        // What nobody can read stays as it was typed.
        fixOnBlur={typed === null || typed.trim() === '' || readDay(typed, locale, within) !== null}
        onInput={(event: FormEvent<HTMLInputElement>) => become(event.currentTarget.value, null)}
        onChange={(day) => {
          // Emptied to type another one.
          if (day === null && now.current.typed?.trim() === '') return;
          become(null, null);
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

type Ends = Pick<DateInputProps, 'minDate' | 'maxDate'>;

/** Returns what is wrong with a day that must not be chosen here, or null. */
function outsideInWords(day: string, { minDate, maxDate }: Ends, written: (day: string) => string) {
  if (minDate && day < String(minDate))
    return `The first day that can stand here is ${written(String(minDate))}.`;
  if (maxDate && day > String(maxDate))
    return `The last day that can stand here is ${written(String(maxDate))}.`;
  return null;
}

/** A day that saves itself. */
interface DayFieldProps extends FieldProps<Maybe<string>> {
  min?: string;
  max?: string;
  /** Whether there is always a day: it can be changed and not be cleared. */
  needed?: boolean;
}

export function DayField({ value, save, needed, ...props }: DayFieldProps) {
  const { shown, choose, error } = useChoiceSave<string | null>(value ?? null, save, props.label);
  return (
    <DayInput
      {...inputProps(props)}
      called={props.label}
      savesItself
      value={shown}
      onChange={(next) => next !== shown && choose(next)}
      placeholder={props.placeholder ?? 'a day'}
      minDate={props.min}
      maxDate={props.max}
      clearable={!props.locked && !needed}
      clearButtonProps={{ 'aria-label': `Clear ${props.label}` }}
      popoverProps={{ withinPortal: !props.inPopover }}
      error={error}
    />
  );
}
