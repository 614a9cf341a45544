/** Where one is on the way, and the way back; and what stands at the foot of each step. */
import { Button, SegmentedControl } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import type { StagedFile } from '../../platform';
import type { ImportStep } from '../places';
import classes from './Import.module.css';

const names: Record<ImportStep, string> = {
  file: 'File',
  columns: 'Columns',
  values: 'Values',
  preview: 'Preview',
};

interface StepsProps {
  steps: readonly ImportStep[];
  here: ImportStep;
  reachable: (step: ImportStep) => boolean;
  go: (step: ImportStep) => void;
}

export function Steps({ steps, here, reachable, go }: StepsProps) {
  return (
    <nav aria-label="Steps">
      <ol className={classes.steps}>
        {steps.map((step, place) => (
          <li key={step}>
            <button
              type="button"
              className={classes.step}
              aria-current={step === here ? 'step' : undefined}
              disabled={!reachable(step)}
              onClick={() => go(step)}
            >
              <span className={classes.number} aria-hidden>
                {place + 1}
              </span>
              {names[step]}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface FootProps {
  back?: () => void;
  /** The one thing to do. */
  children?: ReactNode;
  /** What stands between: why one cannot go on. */
  note?: ReactNode;
}

export function Foot({ back, children, note }: FootProps) {
  return (
    <div className={classes.foot}>
      {back && <Button onClick={back}>Back</Button>}
      <div className={classes.footNote}>{note}</div>
      {children}
    </div>
  );
}

/** "Go on to the columns". */
export function nextName(next: ImportStep | undefined): string {
  return next === 'preview' || next === undefined ? 'Go on to the preview' : `Go on to the ${next}`;
}

/** Which of several files is looked at. */
export function WhichFile({
  files,
  shown,
  show,
}: {
  files: readonly StagedFile[];
  shown: string;
  show: (token: string) => void;
}) {
  if (files.length < 2) return null;
  return (
    <SegmentedControl
      className={classes.which}
      aria-label="File"
      value={shown}
      onChange={show}
      data={files.map((file) => ({ value: file.token, label: file.label }))}
    />
  );
}

/** The heading of a step; it takes the keyboard when the step is entered, so that reading begins there. */
export function StepTitle({ children }: { children: ReactNode }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    title.current?.closest('main')?.scrollTo(0, 0);
  }, []);
  return (
    <h2 className={classes.title} ref={title} tabIndex={-1}>
      {children}
    </h2>
  );
}
