/** Worked examples: leads whose verdict both sides are sure of. They are the tests of the definition. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useAct } from '../../api';
import { EmptyState, Ordered, Section, useArrival, useRemoval } from '../../shared';
import type { SectionProps } from '../sectionProps';
import { ExampleLine } from './ExampleLine';
import classes from './Examples.module.css';

export function ExamplesSection({ view, editable }: SectionProps) {
  const add = useAct('add_example');
  const move = useAct('move_example');
  const remove = useRemoval('remove_example');
  const arrival = useArrival();
  const lines = view.examples.map((one) => ({ ...one, id: one.example.id }));
  const failing = lines.filter((line) => !line.comes_out_right).length;
  const addOne = async () => {
    const line = await add.run({ definition: view.definition.id });
    if (line) arrival.expect(line.id);
  };
  const addButton = editable && (
    <Button
      leftSection={<IconPlus size={16} aria-hidden />}
      loading={add.isRunning}
      onClick={() => void addOne()}
    >
      Add an example
    </Button>
  );
  return (
    <Section
      id="examples"
      title="Worked examples"
      lead="Leads that both of you remember, and what each must come out as. While one comes out otherwise, nothing can be proposed."
    >
      {lines.length === 0 ? (
        <EmptyState title="No worked example yet" action={addButton}>
          Take one that became a good customer, one that came too early, and one that wasted everybody’s time.
          Whoever changes the definition later sees at once what that does to them.
        </EmptyState>
      ) : (
        <>
          <p className={classes.sum} data-fails={failing > 0}>
            {sum(lines.length, failing)}
          </p>
          <Ordered
            items={lines}
            nameOf={(line) => line.example.name || 'this example'}
            onMove={(id, after) => move.run({ id, after })}
            onRemove={(line) => void remove({ id: line.id }, line.example.name || 'worked example')}
            locked={!editable}
            className={classes.list}
          >
            {(line, tools) => (
              <ExampleLine
                view={view}
                line={line}
                editable={editable}
                arriving={arrival.is(line.id)}
                tools={tools}
              />
            )}
          </Ordered>
          <div className={classes.add}>{addButton}</div>
        </>
      )}
    </Section>
  );
}

/** Returns how the examples come out, all together. */
function sum(all: number, failing: number): string {
  if (failing === 0) return all === 1 ? '● It comes out as it must.' : `● All ${all} come out as they must.`;
  if (all === 1) return '■ It does not come out as it must.';
  return `■ ${failing} of ${all} ${failing === 1 ? 'does' : 'do'} not come out as ${failing === 1 ? 'it' : 'they'} must.`;
}
