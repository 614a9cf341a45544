/** Who does what: for each of the five buckets and each overlapping duty, both sides beside each other. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type PlanView, type Responsibility, useAct } from '../../api';
import { EmptyState, Ordered, Section, SideBadge, useArrival } from '../../shared';
import { useRemoval } from '../../shared/useRemoval';
import classes from './ResponsibilitiesSection.module.css';
import { ResponsibilityLine } from './ResponsibilityLine';

interface ResponsibilitiesSectionProps {
  view: PlanView;
  editable: boolean;
}

export function ResponsibilitiesSection({ view, editable }: ResponsibilitiesSectionProps) {
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
      <ResponsibilityList duties={buckets} view={view} editable={editable} />
      <MissingBuckets view={view} editable={editable} />
      <h3 className={classes.title}>Where the two overlap</h3>
      <Overlapping duties={overlapping} view={view} editable={editable} />
    </Section>
  );
}

/** Buckets whose line was removed can be brought back. */
function MissingBuckets({ view, editable }: ResponsibilitiesSectionProps) {
  const add = useAct('add_responsibility');
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

function Overlapping({
  duties,
  view,
  editable,
}: ResponsibilitiesSectionProps & { duties: Responsibility[] }) {
  const add = useAct('add_responsibility');
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
      <ResponsibilityList duties={duties} view={view} editable={editable} arriving={arrival.is} />
      <div className={classes.add}>{button}</div>
    </>
  );
}

interface ResponsibilityListProps extends ResponsibilitiesSectionProps {
  duties: Responsibility[];
  arriving?: (id: string) => boolean;
}

function ResponsibilityList({ duties, view, editable, arriving }: ResponsibilityListProps) {
  const move = useAct('move_responsibility');
  const remove = useRemoval('remove_responsibility');
  return (
    <Ordered<Responsibility>
      items={duties}
      nameOf={(duty) => duty.name || 'the duty'}
      onMove={(id, after) => move.run({ id, after })}
      onRemove={(duty) => void remove({ id: duty.id }, duty.name || 'duty')}
      locked={!editable}
    >
      {(duty, tools) => (
        <ResponsibilityLine
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
