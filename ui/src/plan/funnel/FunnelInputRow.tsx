/** One input: last year's number, ours as a field and a slider, and the reason. Left empty, last year's is used. */
import { Button, Slider } from '@mantine/core';
import { useEffect, useState } from 'react';
import { type Funnel, type FunnelInput, tellError } from '../../api';
import { AreaField, Missing, UnitValue, useFormats, ValueField } from '../../shared';
import type { FunnelInputsProps } from './FunnelInputs';
import classes from './FunnelInputs.module.css';

interface FunnelInputRowProps extends Omit<FunnelInputsProps, 'inputs'> {
  input: FunnelInput;
}

/** How far a slider goes and in which steps, in the unit's smallest step. */
function reach({ unit, last_year, used }: FunnelInput): { max: number; step: number } {
  if (unit === 'percent') return { max: 10_000, step: 50 };
  const about = Math.max(last_year ?? 0, used ?? 0, 1);
  if (unit === 'days') return { max: Math.max(90, about * 2), step: 1 };
  return { max: about * 2, step: Math.max(1, 10 ** Math.floor(Math.log10(about / 20))) };
}

export function FunnelInputRow({ input, editable, edit, tryOut }: FunnelInputRowProps) {
  const formats = useFormats();
  const [dragged, setDragged] = useState<number | null>(null);
  // The slider's reach stays put while it is held.
  const [{ max, step }, setReach] = useState(() => reach(input));
  useEffect(() => {
    setReach(reach(input));
    setDragged(null);
  }, [input]);
  const shown = dragged ?? input.used;
  const change = (value: number) => ({ [input.key]: value }) as Partial<Funnel>;
  // What was tried stays on screen until the saved answer takes its place.
  const letGo = (value: number) =>
    edit(change(value)).catch((thrown: unknown) => {
      setDragged(null);
      tryOut(null);
      tellError(thrown);
    });
  return (
    <div className={classes.row}>
      <div className={classes.what}>
        <span className={classes.label}>{input.label}</span>
        <span className={classes.formula}>{input.formula}</span>
      </div>
      <span className={classes.lastYear}>
        {input.last_year === null ? (
          <Missing why={input.because ?? 'the look back does not say'} />
        ) : (
          <UnitValue unit={input.unit} value={input.last_year} />
        )}
      </span>
      <div className={classes.ours}>
        <ValueField
          hideLabel
          label={`Our ${input.label}`}
          unit={input.unit}
          value={dragged ?? input.ours}
          otherwise={input.last_year}
          locked={!editable}
          save={(value) => edit({ [input.key]: value })}
        />
        {editable && (
          <Slider
            size="sm"
            min={0}
            max={max}
            step={step}
            label={(value) => formats.value(input.unit, value)}
            thumbLabel={`Try out ${input.label}`}
            thumbProps={{
              'aria-valuetext': shown === null ? 'not known yet' : formats.value(input.unit, shown),
            }}
            value={shown ?? 0}
            onChange={(value) => {
              setDragged(value);
              tryOut(change(value));
            }}
            onChangeEnd={(value) => void letGo(value)}
          />
        )}
      </div>
      <div className={classes.why}>
        {input.ours === null && input.why === '' ? (
          <p className={classes.same}>{input.last_year === null ? 'not known yet' : 'as last year'}</p>
        ) : (
          <>
            <AreaField
              hideLabel
              minRows={1}
              label={`Why our ${input.label}`}
              placeholder={editable ? 'because …' : ''}
              value={input.why}
              locked={!editable}
              save={(why) => edit({ [`${input.key}_why`]: why })}
            />
            {editable && input.ours !== null && input.last_year !== null && (
              <Button
                size="compact-xs"
                variant="subtle"
                onClick={() => edit({ [input.key]: null }).catch(tellError)}
              >
                Use last year’s<span className="visually-hidden"> {input.label}</span>
              </Button>
            )}
          </>
        )}
      </div>
    </div>
  );
}
