/** How a use went, in the seller's word: three marks, and whether the deal moved. Each click saves. */
import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { type PieceUse, type SaidMoved, useAct } from '../../../api';
import { AreaField, type Option, useChoiceSave } from '../../../shared';
import { Choice } from '../../parts/Choice';
import { type Mark, markNames, marks } from '../../use/useWords';
import classes from './Uses.module.css';

interface HowItWentProps {
  use: PieceUse;
  close: () => void;
}

export function HowItWent({ use, close }: HowItWentProps) {
  const edit = useAct('edit_use');
  const change = (values: Partial<PieceUse>) => edit.attempt({ id: use.id, change: values });
  const group = useRef<HTMLElement>(null);
  // It comes where the keyboard was, so the keyboard goes on in it.
  useEffect(() => group.current?.focus(), []);
  return (
    <section ref={group} aria-label={`How it went in ${use.deal}`} tabIndex={-1} className={classes.marks}>
      {marks.map((mark) => (
        <MarkField key={mark} mark={mark} use={use} change={change} />
      ))}
      <MovedField use={use} change={change} />
      <AreaField label="Anything else?" minRows={1} value={use.note} save={(note) => change({ note })} />
      <div>
        <Button onClick={close}>Done</Button>
      </div>
    </section>
  );
}

interface FieldProps {
  use: PieceUse;
  change: (values: Partial<PieceUse>) => Promise<unknown>;
}

const scale: Option<string>[] = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }));

function MarkField({ mark, use, change }: FieldProps & { mark: Mark }) {
  const { shown, choose, error } = useChoiceSave(use[mark], (value) => change({ [mark]: value }));
  return (
    <Choice
      label={markNames[mark].name}
      ends={markNames[mark].ends}
      value={shown === null ? null : String(shown)}
      options={scale}
      choose={(value) => void choose(Number(value))}
      error={error}
    />
  );
}

const answers: Option<SaidMoved | 'unknown'>[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'unknown', label: 'Not yet known' },
];

function MovedField({ use, change }: FieldProps) {
  const { shown, choose, error } = useChoiceSave(use.moved, (moved) => change({ moved }));
  return (
    <Choice
      label="Did the deal move on?"
      value={shown ?? 'unknown'}
      options={answers}
      choose={(value) => void choose(value === 'unknown' ? null : value)}
      error={error}
    />
  );
}
