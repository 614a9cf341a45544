/** Makes the result of the maths the targets of the joint goals, and reports what was set. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { type Done, useAct } from '../../api';
import type { SectionProps } from '../sectionProps';
import classes from './FunnelSection.module.css';

export function MakeTargets({ view }: Pick<SectionProps, 'view'>) {
  const make = useAct('targets_from_funnel');
  const undo = useAct('undo');
  const [done, setDone] = useState<Done<'targets_from_funnel'> | null>(null);
  const report = done?.outcome;
  const step = done?.step;
  const run = async () => {
    const made = await make.runStep({ plan: view.plan.id });
    if (made) setDone(made);
  };
  return (
    <div className={classes.targets}>
      <Button disabled={make.isRunning || view.goals.length === 0} onClick={() => void run()}>
        Make these the targets of our goals
      </Button>
      {view.goals.length === 0 && (
        <p className="small soft">Choose a joint goal first; it takes its target from here.</p>
      )}
      <div role="status">
        {report && (
          <>
            <p className="measure">
              {report.count === 0
                ? 'No target was set.'
                : `${report.count === 1 ? 'One target is' : `${report.count} targets are`} set:`}
            </p>
            <ul>
              {report.notes.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            {step && (
              <Button
                size="compact-sm"
                onClick={() => {
                  setDone(null);
                  void undo.run({ entry: step.entry });
                }}
              >
                Undo
              </Button>
            )}
          </>
        )}
      </div>
    </div>
  );
}
