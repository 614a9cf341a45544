/** The difference between any two versions, or a version and the draft. */
import { Select } from '@mantine/core';
import { useState } from 'react';
import { useAsk } from '../../api';
import classes from './Agreement.module.css';
import type { Agreed } from './agreed';
import { DifferenceList } from './DifferenceList';

const draft = 'draft';

export function CompareVersions({ of }: { of: Agreed }) {
  const numbers = of.agreement.versions.flatMap(({ version }) => (version === null ? [] : [version]));
  const latest = numbers[0];
  const [from, setFrom] = useState(String(numbers[1] ?? latest ?? draft));
  const [to, setTo] = useState(numbers[1] === undefined ? draft : String(latest));
  const read = (text: string) => (text === draft ? null : Number(text));
  const { data } = useAsk(
    'compare_versions',
    { subject_kind: of.kind, subject: of.subject, from: read(from), to: read(to) },
    { enabled: latest !== undefined, keep: true },
  );
  if (latest === undefined) return null;
  const choices = [
    { value: draft, label: 'the draft' },
    ...numbers.map((number) => ({ value: String(number), label: `version ${number}` })),
  ];
  const called = (value: string) => choices.find((choice) => choice.value === value)?.label ?? value;
  return (
    <div className={classes.block}>
      <h3 className={classes.subtitle}>Compare</h3>
      <div className={classes.compare}>
        <Select label="From" data={choices} value={from} onChange={(next) => next && setFrom(next)} />
        <Select label="To" data={choices} value={to} onChange={(next) => next && setTo(next)} />
      </div>
      {from === to ? (
        <p className="soft">Choose two different ones.</p>
      ) : (
        data && (
          <DifferenceList
            title={`From ${called(from)} to ${called(to)}`}
            differences={data}
            none="The two say the same."
          />
        )
      )}
    </div>
  );
}
