/** One of a few, all of them in sight. Tab and the arrows choose; a figure that is one of them is chosen by its key. */
import { SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import type { Option } from '../../shared';
import classes from './Parts.module.css';

interface ChoiceProps<V extends string> {
  label: string;
  /** Nothing while nothing is chosen. */
  value: V | null;
  options: readonly Option<V>[];
  choose: (value: V) => void;
  /** What the ends of a scale mean. */
  ends?: string;
  error?: string | null;
}

export function Choice<V extends string>({ label, value, options, choose, ends, error }: ChoiceProps<V>) {
  const id = useId();
  return (
    <div className={classes.choice}>
      <span className={classes.choiceLabel} id={id}>
        {label}
      </span>
      <SegmentedControl
        aria-labelledby={id}
        aria-describedby={ends ? `${id}-ends` : undefined}
        className={classes.segments}
        value={value ?? ''}
        onChange={(chosen) => choose(chosen as V)}
        onKeyDown={({ key }) => {
          const meant = options.find((option) => option.value === key);
          if (meant) choose(meant.value);
        }}
        data={options.map((option) => ({ value: option.value, label: option.label }))}
      />
      {ends && (
        <span className="soft small" id={`${id}-ends`}>
          {ends}
        </span>
      )}
      {error && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
    </div>
  );
}
