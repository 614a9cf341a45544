/**
 * Fields that save themselves. Each takes the value the file holds and how to save another one; the rest (when to save,
 * what to show meanwhile, where the error stands) is `useFieldSave`. Give a field the `key` of the line it belongs to.
 */
import { Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormats } from '../formats/FormatsProvider';
import type { Maybe, Unit } from '../formats/formats';
import { readTime, timeInWords } from '../formats/times';
import classes from './fields.module.css';
import { useFieldSave } from './useFieldSave';

/** What all fields share. */
export interface FieldProps<T> {
  /** The field's name. It is always there for whoever listens; `hideLabel` hides it where a column head says it. */
  label: string;
  hideLabel?: boolean;
  value: T;
  save: (value: T) => Promise<unknown>;
  /** A line under the label. */
  description?: ReactNode;
  placeholder?: string;
  /** Cannot be edited just now (a proposal is open, or the file is read-only); the value stays readable. */
  locked?: boolean;
  /** Without a frame until it is pointed at: for tables and running text. */
  quiet?: boolean;
  autoFocus?: boolean;
  /** Stands in a popover, which must stay open while its list or calendar is clicked. */
  inPopover?: boolean;
  className?: string;
}

/** Returns the properties every Mantine input takes from ours. */
export function inputProps(props: Omit<FieldProps<never>, 'value' | 'save'>) {
  return {
    label: props.hideLabel ? undefined : props.label,
    'aria-label': props.hideLabel ? props.label : undefined,
    description: props.description,
    placeholder: props.placeholder,
    readOnly: props.locked,
    'data-autofocus': props.autoFocus || undefined,
    className: props.className,
    classNames: { input: props.quiet ? classes.quiet : props.locked ? classes.locked : undefined },
  };
}

const required = (label: string) => (text: string) =>
  text.trim() === '' ? `${label} cannot be empty.` : null;

interface TextFieldProps extends FieldProps<string> {
  needed?: boolean;
  /** Milliseconds without typing after which it is saved, where something waits for it. */
  pause?: number;
}

/** One line of text. */
export function TextField({ needed, pause, ...props }: TextFieldProps) {
  const field = useFieldSave({
    name: props.label,
    value: props.value,
    save: props.save,
    check: needed ? required(props.label) : undefined,
    pause,
  });
  return (
    <TextInput
      {...inputProps(props)}
      autoFocus={props.autoFocus}
      value={field.text}
      onChange={(event) => field.change(event.currentTarget.value)}
      onFocus={field.focus}
      onBlur={field.blur}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void field.commit();
      }}
      error={field.error}
    />
  );
}

/** A time of day, typed as people type it: "9:30", "2 pm". Left empty it is saved as null. */
export function TimeField({ value, save, ...props }: FieldProps<Maybe<string>>) {
  const { locale } = useFormats();
  const field = useFieldSave({
    name: props.label,
    value: value ? timeInWords(value, locale) : '',
    save: (text) => save(readTime(text)),
    check: (text) =>
      text.trim() !== '' && readTime(text) === null ? 'Write a time of day, such as 9:30 or 14:00.' : null,
  });
  return (
    <TextInput
      {...inputProps(props)}
      value={field.text}
      onChange={(event) => field.change(event.currentTarget.value)}
      onFocus={field.focus}
      onBlur={field.blur}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void field.commit();
      }}
      error={field.error}
    />
  );
}

interface AreaFieldProps extends FieldProps<string> {
  minRows?: number;
  /** A name: it wraps where there is little room, but holds no line breaks of its own. */
  oneLine?: boolean;
}

/** Text of any length; the field grows with it. */
export function AreaField({ minRows = 2, oneLine, ...props }: AreaFieldProps) {
  const field = useFieldSave({ name: props.label, value: props.value, save: props.save });
  return (
    <Textarea
      {...inputProps(props)}
      autoFocus={props.autoFocus}
      autosize
      minRows={oneLine ? 1 : minRows}
      value={field.text}
      onChange={(event) => {
        const text = event.currentTarget.value;
        field.change(oneLine ? text.replace(/\s*\n\s*/g, ' ') : text);
      }}
      onKeyDown={(event) => {
        if (!oneLine || event.key !== 'Enter') return;
        event.preventDefault();
        void field.commit();
      }}
      onFocus={field.focus}
      onBlur={field.blur}
      error={field.error}
    />
  );
}

const examples: Record<Unit, string> = {
  count: 'Write a whole number, such as 400.',
  money: 'Write an amount, such as 25,000.',
  percent: 'Write a percentage, such as 63.15.',
  days: 'Write a whole number of days, such as 57.',
  number: 'Write a number, such as 3.5.',
};

interface ValueFieldProps extends FieldProps<Maybe<number>> {
  /** In what it is counted; the value is in the unit's smallest step. */
  unit: Unit;
  /** Hides the unit's sign beside the field. */
  bare?: boolean;
  /** What it is when left empty (last year's rate, say), shown in grey. */
  otherwise?: Maybe<number>;
  /** Whether it must not be empty. */
  needed?: boolean;
}

/** A number, an amount, a rate or days, typed as people type them. Left empty it is saved as null. */
export function ValueField({ unit, bare, otherwise, needed, value, save, ...props }: ValueFieldProps) {
  const formats = useFormats();
  const field = useFieldSave({
    name: props.label,
    value: value === null || value === undefined ? '' : formats.write(unit, value),
    save: (text) => save(text.trim() === '' ? null : formats.read(unit, text)),
    check: (text) => {
      if (text.trim() === '') return needed ? `${props.label} cannot be empty.` : null;
      return formats.read(unit, text) === null ? examples[unit] : null;
    },
    same: (one, other) =>
      one.trim() === other.trim() || meansTheSame(formats.read(unit, one), formats.read(unit, other)),
  });
  const sign = bare ? null : formats.signOf(unit);
  return (
    <TextInput
      {...inputProps(props)}
      autoFocus={props.autoFocus}
      inputMode="decimal"
      autoComplete="off"
      placeholder={
        otherwise === null || otherwise === undefined ? props.placeholder : formats.write(unit, otherwise)
      }
      rightSection={sign && <span className={classes.sign}>{sign}</span>}
      rightSectionWidth={unit === 'days' ? 48 : 32}
      rightSectionPointerEvents="none"
      classNames={{
        input: [classes.value, props.quiet ? classes.quiet : props.locked && classes.locked]
          .filter(Boolean)
          .join(' '),
      }}
      data-long={field.text.length > roomy || undefined}
      value={field.text}
      onChange={(event) => field.change(event.currentTarget.value)}
      onFocus={field.focus}
      onBlur={field.blur}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void field.commit();
      }}
      error={field.error}
    />
  );
}

/** A number of more characters than these is written smaller: one that is cut is another number. */
const roomy = 10;

function meansTheSame(one: number | null, other: number | null): boolean {
  return one !== null && one === other;
}

/** Money in minor units. */
export const MoneyField = (props: Omit<ValueFieldProps, 'unit'>) => <ValueField unit="money" {...props} />;
/** A rate in basis points. */
export const PercentField = (props: Omit<ValueFieldProps, 'unit'>) => (
  <ValueField unit="percent" {...props} />
);
/** A whole number. */
export const CountField = (props: Omit<ValueFieldProps, 'unit'>) => <ValueField unit="count" {...props} />;
