/** Fields that are chosen rather than typed: they save as soon as the choice is made. */
import { Select, Switch } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { announceField, asCallError, fieldsChanged, inWords, tellError } from '../../api';
import type { Maybe } from '../formats/formats';
import { type FieldProps, inputProps } from './fields';

/**
 * Saves a choice, shows it at once, and falls back to what the file holds when it cannot be saved. What was typed rather than
 * chosen says its field's name in `typedInto`: it stays there, announced as not saved.
 */
export function useChoiceSave<T>(value: T, save: (value: T) => Promise<unknown>, typedInto?: string) {
  const [chosen, setChosen] = useState<{ over: T; as: T } | null>(null);
  const [error, setError] = useState<string | null>(null);
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  // Known at once, and not only once it is drawn: whoever moves on asks for it.
  const failed = useRef<(() => Promise<unknown>) | null>(null);
  const underWay = useRef<Promise<unknown> | null>(null);
  const choose = (next: T): Promise<unknown> => {
    setChosen({ over: value, as: next });
    setError(null);
    failed.current = null;
    const mine = save(next)
      .catch((thrown: unknown) => {
        if (!mounted.current) return tellError(thrown);
        if (typedInto === undefined) setChosen(null);
        else failed.current = () => latest.current(next);
        setError(inWords(asCallError(thrown)));
      })
      .finally(() => {
        if (underWay.current === mine) underWay.current = null;
      });
    underWay.current = mine;
    return mine;
  };
  const latest = useRef(choose);
  latest.current = choose;
  useEffect(() => {
    if (typedInto === undefined) return undefined;
    const withdraw = announceField({
      name: () => typedInto,
      isUnsaved: () => failed.current !== null || underWay.current !== null,
      isSaving: () => underWay.current !== null,
      isWrong: () => failed.current !== null,
      save: async () => underWay.current ?? failed.current?.(),
      forget: () => {
        setChosen(null);
        setError(null);
        failed.current = null;
      },
    });
    return () => {
      // Tried once more; when it still cannot be saved, that is told.
      void failed.current?.();
      withdraw();
    };
  }, [typedInto]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: that it failed, or no longer, is what others look at
  useEffect(fieldsChanged, [error]);
  // The choice stands in for the file's value until the file's value moves.
  return { shown: chosen && chosen.over === value ? chosen.as : value, choose, error };
}

export interface Option<V extends string> {
  value: V;
  label: string;
  group?: string;
}

/** Returns options under their groups, as Mantine wants them. */
function grouped<V extends string>(options: readonly Option<V>[]) {
  if (!options.some((option) => option.group)) return [...options];
  const groups = new Map<string, { value: V; label: string }[]>();
  // Mantine takes an item that names a group for a group, so the name stays outside.
  for (const { group = '', value, label } of options) {
    groups.set(group, [...(groups.get(group) ?? []), { value, label }]);
  }
  return [...groups].map(([group, items]) => ({ group, items }));
}

interface SelectFieldProps<V extends string> extends FieldProps<V> {
  options: readonly Option<V>[];
  searchable?: boolean;
}

/** One of several. */
export function SelectField<V extends string>(props: SelectFieldProps<V>) {
  const { shown, choose, error } = useChoiceSave(props.value, props.save);
  return (
    <Select
      {...inputProps(props)}
      data={grouped(props.options)}
      searchable={props.searchable}
      value={shown}
      onChange={(next) => next !== null && next !== shown && choose(next as V)}
      comboboxProps={{ withinPortal: !props.inPopover }}
      rightSection={props.locked ? <span /> : undefined}
      error={error}
    />
  );
}

/** One of several, or none. */
export function OptionalSelectField<V extends string>(
  props: Omit<SelectFieldProps<V>, 'value' | 'save'> & {
    value: Maybe<V>;
    save: (value: V | null) => Promise<unknown>;
  },
) {
  const { shown, choose, error } = useChoiceSave<V | null>(props.value ?? null, props.save);
  return (
    <Select
      {...inputProps(props)}
      data={grouped(props.options)}
      searchable={props.searchable}
      value={shown}
      onChange={(next) => choose(next as V | null)}
      comboboxProps={{ withinPortal: !props.inPopover }}
      allowDeselect
      clearable={!props.locked}
      clearButtonProps={{ 'aria-label': `Clear ${props.label}` }}
      rightSection={props.locked ? <span /> : undefined}
      error={error}
    />
  );
}

/** Yes or no. */
export function SwitchField(
  props: Pick<FieldProps<boolean>, 'value' | 'save' | 'locked'> & {
    label: ReactNode;
    description?: ReactNode;
  },
) {
  const { shown, choose, error } = useChoiceSave(props.value, props.save);
  return (
    <Switch
      label={props.label}
      description={props.description}
      checked={shown}
      disabled={props.locked}
      onChange={(event) => choose(event.currentTarget.checked)}
      error={error}
    />
  );
}
