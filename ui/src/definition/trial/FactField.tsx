/** One fact of a lead, typed or chosen as fits what stands in the field: a word, a number, a day, yes or no. */
import { Autocomplete } from '@mantine/core';
import { DayField, OptionalSelectField, TextField, useFieldSave, useFormats } from '../../shared';
import type { AskedField, Fact } from './facts';

interface FactFieldProps {
  asked: AskedField;
  fact: Fact | undefined;
  /** What stands there in grey while nothing was said. */
  unsaid?: string;
  save: (fact: Fact | null) => Promise<unknown>;
  autoFocus?: boolean;
  locked?: boolean;
}

/** Milliseconds without typing after which a fact counts: soon, because a verdict waits for it. */
const soon = 250;

export function FactField({ asked, fact, unsaid = 'not known', save, autoFocus, locked }: FactFieldProps) {
  const formats = useFormats();
  const { label, kind, values } = asked;
  if (kind === 'yes_no')
    return (
      <OptionalSelectField
        label={label}
        value={typeof fact === 'boolean' ? (fact ? 'yes' : 'no') : null}
        options={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
        placeholder={unsaid}
        locked={locked}
        save={(said) => save(said === null ? null : said === 'yes')}
      />
    );
  if (kind === 'days')
    return (
      <DayField
        label={label}
        value={typeof fact === 'string' ? fact : null}
        placeholder={unsaid}
        locked={locked}
        save={(day) => save(day ?? null)}
      />
    );
  if (kind === 'numbers') {
    // A word where a number is asked is kept as it is: the verdict says that it tells nothing.
    const read = (text: string): Fact => {
      const hundredths = formats.read('number', text);
      return hundredths === null ? text.trim() : hundredths / 100;
    };
    return (
      <TextField
        label={label}
        value={typeof fact === 'number' ? formats.number(fact, 2) : String(fact ?? '')}
        placeholder={unsaid}
        pause={soon}
        autoFocus={autoFocus}
        locked={locked}
        save={(text) => save(read(text))}
      />
    );
  }
  const text = fact === undefined ? '' : String(fact);
  if (values.length === 0)
    return (
      <TextField
        label={label}
        value={text}
        placeholder={unsaid}
        pause={soon}
        autoFocus={autoFocus}
        locked={locked}
        save={(said) => save(said.trim())}
      />
    );
  return <KnownWord asked={asked} text={text} save={save} autoFocus={autoFocus} locked={locked} />;
}

/** A word, with those that stand there most often to choose from. */
function KnownWord({
  asked,
  text,
  save,
  autoFocus,
  locked,
}: Omit<FactFieldProps, 'fact'> & { text: string }) {
  const field = useFieldSave({
    name: asked.label,
    value: text,
    save: (said) => save(said.trim()),
    pause: soon,
  });
  return (
    <Autocomplete
      label={asked.label}
      data={[...asked.values]}
      value={field.text}
      placeholder="not known"
      autoFocus={autoFocus}
      readOnly={locked}
      onChange={field.change}
      onFocus={field.focus}
      onBlur={field.blur}
      error={field.error}
    />
  );
}
