/** Who does what: for each of the five buckets and each overlapping duty, both sides beside each other. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type Duty, type PlanView, useAct } from '../../api';
import { EmptyState, Ordered, Section, SideBadge, useArrival } from '../../shared';
import { useRemoval } from '../../shared/useRemoval';
import classes from './DutiesSection.module.css';
import { DutyLine } from './DutyLine';

interface DutiesSectionProps {
  view: PlanView;
  editable: boolean;
}

export function DutiesSection({ view, editable }: DutiesSectionProps) {
  const buckets = view.duties.filter((duty) => duty.bucket !== null);
  const overlapping = view.duties.filter((duty) => duty.bucket === null);
  return (
    <Section
      id="who-does-what"
      title="Who does what"
      lead="Each of the five buckets has an owner on both sides, and both know what they do."
    >
      <div className={classes.heads}>
        <div data-side="sales">
          <SideBadge side="sales" />
        </div>
        <div data-side="marketing">
          <SideBadge side="marketing" />
        </div>
      </div>
      <h3 className={classes.title}>The five buckets</h3>
      <DutyList duties={buckets} view={view} editable={editable} />
      <MissingBuckets view={view} editable={editable} />
      <h3 className={classes.title}>Where the two overlap</h3>
      <Overlapping duties={overlapping} view={view} editable={editable} />
    </Section>
  );
}

/** Buckets whose line was removed can be brought back. */
function MissingBuckets({ view, editable }: DutiesSectionProps) {
  const add = useAct('add_duty');
  const missing = view.initiatives.buckets.filter(
    ({ bucket }) => !view.duties.some((duty) => duty.bucket === bucket),
  );
  if (!editable || missing.length === 0) return null;
  return (
    <div className={classes.add}>
      {missing.map(({ bucket, name }) => (
        <Button
          key={bucket}
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => void add.run({ plan: view.plan.id, values: { bucket, name } })}
        >
          {name}
        </Button>
      ))}
    </div>
  );
}

function Overlapping({ duties, view, editable }: DutiesSectionProps & { duties: Duty[] }) {
  const add = useAct('add_duty');
  const arrival = useArrival();
  const addOne = async () => {
    const line = await add.run({ plan: view.plan.id, values: {} });
    if (line) arrival.expect(line.id);
  };
  const button = editable ? (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => void addOne()}>
      Add an overlapping duty
    </Button>
  ) : null;
  if (duties.length === 0) {
    return (
      <EmptyState title="No overlapping duty yet" action={button}>
        Following up after a trade show, answering an inquiry, keeping contact data clean: what both sides
        touch is done twice or not at all, unless it says here who does which part.
      </EmptyState>
    );
  }
  return (
    <>
      <DutyList duties={duties} view={view} editable={editable} arriving={arrival.is} />
      <div className={classes.add}>{button}</div>
    </>
  );
}

interface DutyListProps extends DutiesSectionProps {
  duties: Duty[];
  arriving?: (id: string) => boolean;
}

function DutyList({ duties, view, editable, arriving }: DutyListProps) {
  const move = useAct('move_duty');
  const remove = useRemoval('remove_duty');
  return (
    <Ordered<Duty>
      items={duties}
      nameOf={(duty) => duty.name || 'the duty'}
      onMove={(id, after) => move.run({ id, after })}
      onRemove={(duty) => void remove({ id: duty.id }, duty.name || 'duty')}
      locked={!editable}
    >
      {(duty, tools) => (
        <DutyLine
          duty={duty}
          view={view}
          editable={editable}
          arriving={arriving?.(duty.id) ?? false}
          tools={tools}
        />
      )}
    </Ordered>
  );
}
