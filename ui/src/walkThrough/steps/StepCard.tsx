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
        <TextField
          label="Name of the step"
          hideLabel
          quiet
          placeholder="What is this step called?"
          className={classes.name}
          value={step.name}
          locked={locked}
          save={(name) => change({ name })}
        />
        <PhaseField step={step} locked={locked} save={(phase) => change({ phase })} />
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
            <div key={field}>
              <AreaField
                label={label}
                placeholder={locked ? undefined : placeholder}
                minRows={1}
                value={step[field]}
                locked={locked}
                save={(text) => change({ [field]: text })}
              />
              {before?.changed.includes(field) && before.step[field] && (
                <p className={classes.before}>Last time: {before.step[field]}</p>
              )}
            </div>
          ))}
        </div>
        <div className={classes.made}>
          <StepPiece line={line} editable={editable} save={(piece) => change({ piece })} />
          <AreaField
            label="What Marketing remarks"
            placeholder={locked ? undefined : 'What would you change, and why?'}
            minRows={1}
            value={step.remarks}
            locked={locked}
            save={(remarks) => change({ remarks })}
          />
          <Marks line={line} editable={editable} />
          {before && <p className="soft small">{changedInWords(before.changed)}.</p>}
        </div>
      </div>
    </article>
  );
}

interface PhaseFieldProps {
  step: WalkStep;
  locked: boolean;
  save: (phase: string | null) => Promise<unknown>;
}

/** In which buying phase it happens, where there are phases. */
function PhaseField({ step, locked, save }: PhaseFieldProps) {
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
      locked={locked}
      className={classes.phase}
    />
  );
}
