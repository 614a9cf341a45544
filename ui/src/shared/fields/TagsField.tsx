/** Short texts in a field: typed one after the other, or taken from those that are offered. */
import { TagsInput } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { announceField } from '../../api';
import { useChoiceSave } from './choices';
import { type FieldProps, inputProps } from './fields';
import classes from './fields.module.css';

/** A text that is offered, with what is said of it. */
export interface OfferedTag {
  value: string;
  note?: string;
}

interface TagsFieldProps extends FieldProps<string[]> {
  offered?: readonly OfferedTag[];
}

export function TagsField({ value, save, offered = [], ...props }: TagsFieldProps) {
  const { shown, choose, error } = useChoiceSave(value, save, props.label);
  const [typed, setTyped] = useState('');
  const latest = useRef({ typed, shown, choose });
  latest.current = { typed, shown, choose };
  // What was typed and not yet made a tag is one when the field is left by other ways than the keyboard.
  const commit = useCallback(async () => {
    const { typed, shown, choose } = latest.current;
    const tag = typed.trim();
    if (tag === '') return;
    // Emptied before it is saved, so that saving never adds it twice.
    latest.current.typed = '';
    setTyped('');
    choose([...shown, tag]);
  }, []);
  useEffect(
    () =>
      announceField({
        name: () => props.label,
        isUnsaved: () => latest.current.typed.trim() !== '',
        isSaving: () => false,
        isWrong: () => false,
        save: commit,
        forget: () => {
          latest.current.typed = '';
          setTyped('');
        },
      }),
    [commit, props.label],
  );
  return (
    <TagsInput
      {...inputProps(props)}
      placeholder={shown.length === 0 ? props.placeholder : ''}
      data={offered.map((known) => known.value)}
      value={shown}
      onChange={(next) => {
        // What becomes a tag now is no longer half typed.
        latest.current.typed = '';
        choose(next);
      }}
      searchValue={typed}
      onSearchChange={setTyped}
      splitChars={[';']}
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      renderOption={({ option }) => (
        <span className={classes.offered}>
          <span>{option.value}</span>
          <span className={classes.note}>{offered.find((known) => known.value === option.value)?.note}</span>
        </span>
      )}
      error={error}
    />
  );
}
