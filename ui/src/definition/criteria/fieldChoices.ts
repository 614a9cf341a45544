/** The fields to choose from: those every lead can have, those of the company's own files, and names that are typed. */
import type { FieldName, OfferedField } from '../../api';

/** What stands before the name of a column of the company's own. */
const own = 'attribute:';

export interface FieldChoice {
  value: FieldName;
  label: string;
  group: 'Of every lead' | 'Your own columns' | 'A name of your own';
  /** What is known of it; nothing for a name that no lead has. */
  offered: OfferedField | undefined;
}

/** Returns the field that a typed name makes. */
export function namedField(name: string): FieldName {
  const bare = name.trim();
  return bare.startsWith(own) ? bare : `${own}${bare}`;
}

/**
 * Returns what can be chosen: the offered fields, the one that is chosen now (whether leads have it or not), and what was
 * typed, where that is no name of a field yet.
 */
export function fieldChoices(
  offered: readonly OfferedField[],
  chosen: { field: FieldName; label: string },
  typed: string,
): FieldChoice[] {
  const choices: FieldChoice[] = offered.map((field) => ({
    value: field.field,
    label: field.label,
    group: field.is_own ? 'Your own columns' : 'Of every lead',
    offered: field,
  }));
  const has = (value: FieldName) => choices.some((choice) => choice.value === value);
  if (chosen.field !== '' && !has(chosen.field))
    choices.push({
      value: chosen.field,
      label: chosen.label,
      group: 'Your own columns',
      offered: undefined,
    });
  const name = typed
    .trim()
    .replace(new RegExp(`^${own}`), '')
    .trim();
  const isNew = name !== '' && !choices.some((choice) => choice.label.toLowerCase() === name.toLowerCase());
  if (isNew)
    choices.push({
      value: namedField(name),
      label: name,
      group: 'A name of your own',
      offered: undefined,
    });
  return choices;
}
