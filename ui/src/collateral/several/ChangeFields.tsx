/** What can be changed in several pieces at once; each field is empty until somebody fills it in. */
import { MultiSelect, Select, TagsInput, TextInput } from '@mantine/core';
import { useAsk } from '../../api';
import { DayInput, DaysWithin, keyIn, keysOf, useFormats } from '../../shared';
import { yearFrom } from '../parts/years';
import { kindNames } from '../words';
import type { Filled } from './changes';
import classes from './Several.module.css';

/** The fields at which something can be refused. */
export const refusable = ['kind', 'language', 'owner', 'review_by', 'personas', 'phases', 'tags'];

interface ChangeFieldsProps {
  filled: Filled;
  fill: (part: Partial<Filled>) => void;
  refused: (field: string) => string | undefined;
  /** Hears that the day cannot be read, or can be again. */
  onUnreadable: (is: boolean) => void;
}

const kinds = keysOf(kindNames).map((value) => ({ value, label: kindNames[value] }));

export function ChangeFields({ filled, fill, refused, onUnreadable }: ChangeFieldsProps) {
  const people = useAsk('people', {}).data?.people ?? [];
  const cycle = useAsk('open_buying_cycle', {}).data;
  const today = useFormats().today();
  return (
    <div className={classes.fields}>
      <Select
        label="Type"
        placeholder="unchanged"
        clearable
        clearButtonProps={{ 'aria-label': 'Leave the type unchanged' }}
        data={kinds}
        value={filled.kind}
        onChange={(kind) => fill({ kind: kind === null ? null : (keyIn(kindNames, kind) ?? null) })}
        error={refused('kind')}
        data-autofocus
      />
      <TextInput
        label="Language"
        placeholder="en, de, fr …"
        value={filled.language}
        onChange={(event) => fill({ language: event.currentTarget.value })}
        error={refused('language')}
      />
      <Select
        label="Who looks after it"
        placeholder="unchanged"
        clearable
        clearButtonProps={{ 'aria-label': 'Leave unchanged who looks after it' }}
        data={people.filter((one) => !one.has_left).map(({ id, name }) => ({ value: id, label: name }))}
        value={filled.owner}
        onChange={(owner) => fill({ owner })}
        error={refused('owner')}
      />
      <DaysWithin value={yearFrom(today)}>
        <DayInput
          label="Review by"
          placeholder="unchanged"
          clearable
          clearButtonProps={{ 'aria-label': 'Leave the review day unchanged' }}
          value={filled.reviewBy}
          onChange={(reviewBy) => fill({ reviewBy })}
          onUnreadable={onUnreadable}
          error={refused('review_by')}
        />
      </DaysWithin>
      <More
        label="Add personas"
        options={cycle?.personas}
        ids={filled.personas}
        choose={(personas) => fill({ personas })}
        error={refused('personas')}
      />
      <More
        label="Add buying phases"
        options={cycle?.phases}
        ids={filled.phases}
        choose={(phases) => fill({ phases })}
        error={refused('phases')}
      />
      <TagsInput
        className={classes.whole}
        label="Add tags"
        placeholder={filled.tags.length === 0 ? 'Type a tag, press Enter' : ''}
        value={filled.tags}
        onChange={(tags) => fill({ tags })}
        searchValue={filled.typedTag}
        onSearchChange={(typedTag) => fill({ typedTag })}
        error={refused('tags')}
      />
    </div>
  );
}

interface MoreProps {
  label: string;
  options: readonly { id: string; name: string }[] | undefined;
  ids: string[];
  choose: (ids: string[]) => void;
  error: string | undefined;
}

/** Personas, or phases, that each piece gets beside its own; nothing to choose while there are none. */
function More({ label, options, ids, choose, error }: MoreProps) {
  if (!options || options.length === 0) return null;
  return (
    <MultiSelect
      label={label}
      placeholder={ids.length === 0 ? 'none' : ''}
      data={options.map(({ id, name }) => ({ value: id, label: name || 'Without a name' }))}
      value={ids}
      onChange={choose}
      error={error}
    />
  );
}
