/** A page whose question could not be answered: what happened, and what to do next. */
import type { CallError } from '../../api';
import { Page } from '../../shared';

export function Failed({ title, error }: { title: string; error: CallError }) {
  return (
    <Page title={title}>
      <p role="alert">
        <strong>{error.message}</strong> {error.hint}
      </p>
    </Page>
  );
}
