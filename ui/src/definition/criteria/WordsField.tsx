/** The words of a criterion: typed one after the other, or taken from those that stand in the leads most often. */
import { TagsInput } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { announceField, type FieldValue } from '../../api';
import { useChoiceSave, useFormats } from '../../shared';
import classes from './Criteria.module.css';

interface WordsFieldProps {
  label: string;
  words: string[];
  values: readonly FieldValue[];
  save: (words: string[]) => Promise<unknown>;
}

export function WordsField({ label, words, values, save }: WordsFieldProps) {
  const { number } = useFormats();
  const { shown, choose, error } = useChoiceSave(words, save, label);
  const [typed, setTyped] = useState('');
  const latest = useRef({ typed, shown, choose });
  latest.current = { typed, shown, choose };
  // What was typed and not yet made a word is one when the field is left by other ways than the keyboard.
  const commit = useCallback(async () => {
    const { typed, shown, choose } = latest.current;
    const word = typed.trim();
    if (word === '') return;
    // Emptied before it is saved, so that saving never adds it twice.
    latest.current.typed = '';
    setTyped('');
    choose([...shown, word]);
  }, []);
  useEffect(
    () =>
      announceField({
        name: () => label,
        isUnsaved: () => latest.current.typed.trim() !== '',
        isSaving: () => false,
        isWrong: () => false,
        save: commit,
        forget: () => {
          latest.current.typed = '';
          setTyped('');
        },
      }),
    [commit, label],
  );
  return (
    <TagsInput
      aria-label={label}
      placeholder={shown.length === 0 ? 'type a word, Enter' : ''}
      data={values.map((known) => known.value)}
      value={shown}
      onChange={(next) => {
        // What becomes a word now is no longer half typed.
        latest.current.typed = '';
        choose(next);
      }}
      searchValue={typed}
      onSearchChange={setTyped}
      splitChars={[';']}
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      renderOption={({ option }) => (
        <span className={classes.choice}>
          <span>{option.value}</span>
          <span className={classes.filled}>
            {number(values.find((known) => known.value === option.value)?.leads ?? 0)} leads
          </span>
        </span>
      )}
      error={error}
    />
  );
}
