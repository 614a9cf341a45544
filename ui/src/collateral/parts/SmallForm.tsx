/** A form in a dialog or in place: its fields, what the core refused of it, and the button that does it. */
import { Button } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import classes from './Parts.module.css';

interface SmallFormProps {
  /** What the button does: "Ask for it". */
  deed: string;
  submit: () => Promise<unknown>;
  isRunning: boolean;
  disabled?: boolean;
  /** What was refused and stands at no field. */
  error: string | null;
  cancel: () => void;
  children: ReactNode;
}

export function SmallForm({ deed, submit, isRunning, disabled, error, cancel, children }: SmallFormProps) {
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  return (
    <form className={classes.form} onSubmit={submitted} noValidate>
      {children}
      {error && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
      <div className={classes.actions}>
        <Button type="submit" variant="filled" loading={isRunning} disabled={disabled}>
          {deed}
        </Button>
        <Button variant="subtle" onClick={cancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
