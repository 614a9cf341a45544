/** What belongs into this room, while nothing is there. */
import { Button } from '@mantine/core';
import { ButtonLink, EmptyState } from '../../shared';
import { useOpenWorkspace } from '../../shared/openWorkspace';
import { haveShell } from '../../shared/shell';

export function NoLeads({ title = 'No leads yet' }: { title?: string }) {
  const { is_sample } = useOpenWorkspace();
  return (
    <EmptyState
      title={title}
      action={
        <ButtonLink to="/leads/import" search={{}} variant="filled">
          Take in leads…
        </ButtonLink>
      }
      aside={
        !is_sample && (
          <Button variant="subtle" onClick={() => void haveShell('open_sample', {})}>
            Look round the sample
          </Button>
        )
      }
    >
      Export your leads and opportunities from your CRM and take the files in. Then both sides see the same:
      what came of every lead, what each source brings, and what nobody looked at.
    </EmptyState>
  );
}
