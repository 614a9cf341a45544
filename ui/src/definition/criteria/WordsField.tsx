/** The words of a criterion: typed one after the other, or taken from those that stand in the leads most often. */
import type { FieldValue } from '../../api';
import { TagsField, useFormats } from '../../shared';

interface WordsFieldProps {
  label: string;
  words: string[];
  values: readonly FieldValue[];
  save: (words: string[]) => Promise<unknown>;
}

export function WordsField({ label, words, values, save }: WordsFieldProps) {
  const { number } = useFormats();
  return (
    <TagsField
      label={label}
      hideLabel
      placeholder="type a word, Enter"
      value={words}
      offered={values.map(({ value, leads }) => ({ value, note: `${number(leads)} leads` }))}
      save={save}
    />
  );
}
