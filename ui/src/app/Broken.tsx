/** When even the first question has no answer: says so, and offers to ask again. */
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { CallError } from '../api';
import { Page } from '../shared';

export function Broken({ error }: { error: CallError }) {
  const client = useQueryClient();
  return (
    <main>
      <Page title="This cannot be shown" lead={error.message}>
        {error.hint && <p>{error.hint}</p>}
        <Button variant="filled" onClick={() => void client.invalidateQueries()}>
          Try again
        </Button>
      </Page>
    </main>
  );
}
