/** Chooses the field of a criterion: how often each is filled in stands beside it, and a warning where it misleads. */
import { Select } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { FieldName, OfferedField } from '../../api';
import { useChoiceSave, useFormats } from '../../shared';
import classes from './Criteria.module.css';
import { type FieldChoice, fieldChoices } from './fieldChoices';

interface FieldFieldProps {
  /** What the field is for, to whoever listens: "Field of the criterion". */
  label: string;
  field: FieldName;
  /** What the chosen field is called. */
  called: string;
  offered: readonly OfferedField[];
  autoFocus?: boolean;
  save: (field: FieldName) => Promise<unknown>;
}

export function FieldField({ label, field, called, offered, autoFocus, save }: FieldFieldProps) {
  const { shown, choose, error } = useChoiceSave(field, save);
  const [typed, setTyped] = useState('');
  const choices = fieldChoices(offered, { field, label: called }, typed);
  const groups = [...new Set(choices.map((choice) => choice.group))];
  return (
    <Select
      aria-label={label}
      placeholder="choose a field"
      searchable
      selectFirstOptionOnChange
      autoFocus={autoFocus}
      data-autofocus={autoFocus || undefined}
      data={groups.map((group) => ({
        group,
        items: choices
          .filter((choice) => choice.group === group)
          .map(({ value, label }) => ({ value, label })),
      }))}
      value={shown === '' ? null : shown}
      onSearchChange={setTyped}
      onChange={(next) => next !== null && next !== shown && choose(next)}
      nothingFoundMessage="Type a name"
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      renderOption={({ option }) => (
        <Choice choice={choices.find((choice) => choice.value === option.value)} label={option.label} />
      )}
      error={error}
    />
  );
}

function Choice({ choice, label }: { choice: FieldChoice | undefined; label: string }) {
  const offered = choice?.offered;
  return (
    <span className={classes.choice}>
      <span>{choice?.group === 'A name of your own' ? `Use “${label}”` : label}</span>
      <span className={classes.filled}>
        {offered?.warning && (
          <IconAlertTriangle size={14} aria-label="should be distrusted" className={classes.warns} />
        )}
        <Filled offered={offered} />
      </span>
    </span>
  );
}

/** How often a field is filled in, in two words. */
export function Filled({ offered }: { offered: OfferedField | undefined }) {
  const { rate } = useFormats();
  if (!offered) return 'in no lead yet';
  if (offered.filled.n === 0) return null;
  if (offered.filled.basis_points === null || offered.filled.part === 0) return 'in no lead yet';
  return `filled in ${rate(offered.filled.basis_points, 0)}`;
}
