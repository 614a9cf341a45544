/** A step of the sale: what is said, shown, asked and promised, with which piece, and what both sides make of it. */
import type { ReactNode } from 'react';
import { useAct, useAsk, type WalkStep, type WalkStepLine } from '../../api';
import { AreaField, OptionalSelectField, StatusMark, TextField } from '../../shared';
import { changedInWords, whyInWords } from '../words';
import { Marks } from './Marks';
import { StepPiece } from './StepPiece';
import classes from './Steps.module.css';

interface StepCardProps {
  line: WalkStepLine;
  editable: boolean;
  /** The handle and menu of the list. */
  tools?: ReactNode;
  /** Whether it stands alone, on the projector. */
  large?: boolean;
}

export function StepCard({ line, editable, tools, large }: StepCardProps) {
  const { step, before } = line;
  const edit = useAct('edit_walk_step');
  const change = (values: Partial<WalkStep>) => edit.attempt({ id: step.id, change: values });
  const locked = !editable;
  const texts = [
    { field: 'said', label: 'Said', placeholder: 'What do we say?' },
    { field: 'shown', label: 'Shown', placeholder: 'What do we show?' },
    { field: 'asked', label: 'Asked', placeholder: 'What do we ask?' },
    { field: 'promised', label: 'Promised', placeholder: 'What do we promise?' },
  ] as const;
  return (
    <article
      className={classes.step}
      id={step.id}
      data-large={large}
      aria-label={step.name || 'A step without a name'}
    >
      <header className={classes.head}>
        {locked ? (
          <h3 className={classes.title}>{step.name || 'A step without a name'}</h3>
        ) : (
          <TextField
            label="Name of the step"
            hideLabel
            quiet
            placeholder="What is this step called?"
            className={classes.name}
            value={step.name}
            save={(name) => change({ name })}
          />
        )}
        {locked ? (
          <span className="soft">{line.phase_name}</span>
        ) : (
          <PhaseField step={step} save={(phase) => change({ phase })} />
        )}
        {tools}
      </header>
      {line.to_talk_about.length > 0 && (
        <p className={classes.talk}>
          <StatusMark
            status="at_risk"
            word={`To talk about: ${line.to_talk_about.map(whyInWords).join(' · ')}`}
          />
        </p>
      )}
      <div className={classes.columns}>
        <div className={classes.texts}>
          {texts.map(({ field, label, placeholder }) => (
            <Said
              key={field}
              label={label}
              placeholder={placeholder}
              text={step[field]}
              before={before?.changed.includes(field) ? before.step[field] : ''}
              save={(text) => change({ [field]: text })}
              locked={locked}
            />
          ))}
        </div>
        <div className={classes.made}>
          <StepPiece line={line} editable={editable} save={(piece) => change({ piece })} />
          <Said
            label="What Marketing remarks"
            placeholder="What would you change, and why?"
            text={step.remarks}
            save={(remarks) => change({ remarks })}
            locked={locked}
          />
          {before && <p className="soft small">{changedInWords(before.changed)}.</p>}
        </div>
      </div>
      <Marks line={line} editable={editable} />
    </article>
  );
}

interface SaidProps {
  label: string;
  placeholder: string;
  text: string;
  /** What stood there the last time, where it is different. */
  before?: string;
  save: (text: string) => Promise<unknown>;
  locked: boolean;
}

/** A text of the step: a field while the walk-through goes on, and then what was written. */
function Said({ label, placeholder, text, before, save, locked }: SaidProps) {
  return (
    <div>
      {locked ? (
        <>
          <span className={classes.label}>{label}</span>
          <p className={classes.said}>{text || '–'}</p>
        </>
      ) : (
        <AreaField label={label} placeholder={placeholder} minRows={1} value={text} save={save} />
      )}
      {before && <p className={classes.before}>Last time: {before}</p>}
    </div>
  );
}

interface PhaseFieldProps {
  step: WalkStep;
  save: (phase: string | null) => Promise<unknown>;
}

/** In which buying phase it happens, where there are phases. */
function PhaseField({ step, save }: PhaseFieldProps) {
  const phases = useAsk('open_buying_cycle', {}).data?.phases ?? [];
  if (phases.length === 0) return null;
  return (
    <OptionalSelectField
      label={`Buying phase of ${step.name || 'this step'}`}
      hideLabel
      quiet
      placeholder="no phase"
      value={step.phase}
      options={phases.map(({ id, name }) => ({ value: id, label: name || 'Phase without a name' }))}
      save={save}
      className={classes.phase}
    />
  );
}
