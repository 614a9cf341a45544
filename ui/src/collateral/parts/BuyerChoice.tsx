/** Chooses a persona or a buying phase; nothing to choose while there are none. */
import { Select } from '@mantine/core';

interface BuyerChoiceProps {
  label: string;
  options: readonly { id: string; name: string }[] | undefined;
  value: string | undefined;
  choose: (id: string | undefined) => void;
  /** What emptying it does, for those who only hear the button. */
  clearing: string;
  placeholder?: string;
  error?: string;
}

export function BuyerChoice({
  label,
  options,
  value,
  choose,
  clearing,
  placeholder,
  error,
}: BuyerChoiceProps) {
  if (!options || options.length === 0) return null;
  return (
    <Select
      label={label}
      placeholder={placeholder}
      clearable
      clearButtonProps={{ 'aria-label': clearing }}
      data={options.map(({ id, name }) => ({ value: id, label: name || 'Without a name' }))}
      value={value ?? null}
      onChange={(id) => choose(id ?? undefined)}
      error={error}
    />
  );
}
