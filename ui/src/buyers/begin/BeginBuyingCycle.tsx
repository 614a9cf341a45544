/** No buying cycle yet: what one is worth, and two ways to begin it. */
import { Button } from '@mantine/core';
import { useAct } from '../../api';
import { EmptyState, Page } from '../../shared';

export function BeginBuyingCycle({ readOnly }: { readOnly: string | null }) {
  const begin = useAct('begin_buying_cycle');
  const button = (label: string, withStarterSet: boolean, variant: 'filled' | 'default') => (
    <Button
      variant={variant}
      disabled={begin.isRunning || readOnly !== null}
      onClick={() => void begin.run({ with_starter_set: withStarterSet })}
    >
      {label}
    </Button>
  );
  return (
    <Page
      title="Personas and phases"
      lead="Marketing writes for buyers, sales talks to them. Here both put down what they know, in one place."
    >
      <EmptyState
        title="No buying cycle yet"
        action={button('Begin with the starter set', true, 'filled')}
        aside={button('Begin empty', false, 'default')}
      >
        <p>
          A buying cycle says who takes part in a purchase, in which phases they buy, and what each of them
          needs to know, where they meet you, what moves them on and what holds them back.
        </p>
        <p>
          The starter set has three personas and five phases that most companies know. You can edit every
          word.
        </p>
        {readOnly && <p>This workspace can only be read: {readOnly}</p>}
      </EmptyState>
    </Page>
  );
}
