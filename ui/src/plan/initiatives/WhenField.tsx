/** When: a quarter with one click, or two days. */
import { Button, Popover } from '@mantine/core';
import { useState } from 'react';
import { asCallError, type Initiative, type PlanView, tellError } from '../../api';
import { DayField, useFormats } from '../../shared';
import classes from './Initiatives.module.css';
import { periodsOf, whenInWords } from './periods';

interface WhenFieldProps {
  line: Initiative;
  view: PlanView;
  save: (days: Partial<Pick<Initiative, 'starts' | 'ends'>>) => Promise<unknown>;
  locked: boolean;
}

export function WhenField({ line, view, save, locked }: WhenFieldProps) {
  const formats = useFormats();
  const [open, setOpen] = useState(false);
  const words = whenInWords(line, view, formats);
  if (locked) return <span className={classes.lockedWhen}>{words ?? 'no dates'}</span>;
  const choose = (days: { starts: string | null; ends: string | null }) => {
    setOpen(false);
    save(days).catch((thrown: unknown) => tellError(asCallError(thrown)));
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button
          justify="flex-start"
          fullWidth
          variant="subtle"
          className={classes.when}
          data-empty={words === null}
          onClick={() => setOpen(!open)}
          aria-label={`When ${line.name || 'this initiative'} happens: ${words ?? 'not chosen yet'}`}
        >
          {words ?? 'when'}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="When it happens">
        <div className={classes.quick}>
          {periodsOf(view).map((period) => (
            <Button
              key={period.label}
              size="compact-sm"
              variant={words === period.label ? 'filled' : 'default'}
              onClick={() => choose({ starts: period.starts, ends: period.ends })}
            >
              {period.label}
            </Button>
          ))}
        </div>
        <div className={classes.days}>
          <DayField label="First day" value={line.starts} save={(starts) => save({ starts })} />
          <DayField label="Last day" value={line.ends} save={(ends) => save({ ends })} />
        </div>
        <div className={classes.quick}>
          {words !== null && (
            <Button size="compact-sm" variant="subtle" onClick={() => choose({ starts: null, ends: null })}>
              Clear the dates
            </Button>
          )}
          <Button size="compact-sm" onClick={() => setOpen(false)}>
            Done
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
