/** What is known of a lead: the fields that the definition asks for, and any other that somebody adds. */
import { Select } from '@mantine/core';
import { useState } from 'react';
import { type DefinitionView, type FieldName, type OfferedField, useAsk } from '../../api';
import { fieldChoices } from '../criteria/fieldChoices';
import { FactField } from './FactField';
import { allCriteria, askedFields, cameIn, countsDays, type Fact, type Facts } from './facts';
import classes from './Trial.module.css';

interface FactFieldsProps {
  view: DefinitionView;
  facts: Facts;
  /** Says one fact; null when nothing is known any more. */
  say: (field: FieldName, fact: Fact | null) => Promise<unknown>;
  locked?: boolean;
  /** What counts where nothing was said of a field: today, for the day it came in. */
  unsaid?: Record<FieldName, string>;
}

const noFields: readonly OfferedField[] = [];

export function FactFields({ view, facts, say, locked, unsaid }: FactFieldsProps) {
  const offered = useAsk('definition_fields', {}).data ?? noFields;
  const [added, setAdded] = useState<readonly FieldName[]>([]);
  const criteria = allCriteria(view);
  const days = countsDays(criteria) ? [cameIn] : [];
  const asked = askedFields(criteria, offered, [...days, ...Object.keys(facts), ...added]);
  return (
    <div className={classes.facts}>
      {asked.map((one) => (
        <FactField
          key={one.field}
          asked={one}
          fact={facts[one.field]}
          unsaid={unsaid?.[one.field]}
          autoFocus={one.field === added.at(-1)}
          locked={locked}
          save={(fact) => say(one.field, fact)}
        />
      ))}
      {!locked && (
        <AnotherField
          offered={offered.filter((field) => !asked.some((one) => one.field === field.field))}
          add={(field) => setAdded([...added, field])}
        />
      )}
    </div>
  );
}

interface AnotherFieldProps {
  offered: readonly OfferedField[];
  add: (field: FieldName) => void;
}

/** Adds a field of which something is known besides. */
function AnotherField({ offered, add }: AnotherFieldProps) {
  const [typed, setTyped] = useState('');
  const choices = fieldChoices(offered, { field: '', label: '' }, typed);
  return (
    <Select
      label="Something else that is known"
      placeholder="choose or type a field"
      searchable
      data={choices.map(({ value, label }) => ({ value, label }))}
      value={null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(field) => {
        setTyped('');
        if (field !== null) add(field);
      }}
    />
  );
}
