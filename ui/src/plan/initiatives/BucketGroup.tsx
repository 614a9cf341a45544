/** One of the five buckets with its initiatives and their sum. */
import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type BucketSum, type Initiative, type PlanView, useAct } from '../../api';
import { Ordered, useArrival, useFormats } from '../../shared';
import { useRemoval } from '../../shared/useRemoval';
import { InitiativeLine } from './InitiativeLine';
import classes from './Initiatives.module.css';

interface BucketGroupProps {
  sum: BucketSum;
  view: PlanView;
  editable: boolean;
}

/** What the bucket is for, shown while it is empty. */
const purposes: Record<BucketSum['bucket'], string> = {
  branding: 'What we stand for, in words that both sides use.',
  demand: 'What brings us leads that sales accepts.',
  communications: 'What the market hears of us, and where.',
  analysis: 'What we find out about markets, customers and competitors.',
  collateral: 'What sellers hold in their hands: papers, demos, calculators.',
};

export function BucketGroup({ sum, view, editable }: BucketGroupProps) {
  const add = useAct('add_initiative');
  const edit = useAct('edit_initiative');
  const move = useAct('move_initiative');
  const remove = useRemoval('remove_initiative');
  const arrival = useArrival();
  const lines = view.initiatives.lines.filter((line) => line.bucket === sum.bucket);
  const addOne = async () => {
    const line = await add.run({ plan: view.plan.id, values: { bucket: sum.bucket } });
    if (line) arrival.expect(line.id);
  };
  return (
    <section className={classes.bucket} aria-label={sum.name}>
      <div className={classes.bucketHead}>
        <h3 className={classes.bucketName}>{sum.name}</h3>
        {lines.length > 0 && <BucketWords sum={sum} />}
      </div>
      {lines.length === 0 && <p className={classes.purpose}>{purposes[sum.bucket]}</p>}
      <Ordered<Initiative>
        items={lines}
        nameOf={(line) => line.name || 'the initiative'}
        onMove={(id, after) => move.run({ id, after })}
        onRemove={(line) => void remove({ id: line.id }, line.name || 'initiative')}
        locked={!editable}
        more={(line) =>
          view.initiatives.buckets
            .filter(({ bucket }) => bucket !== line.bucket)
            .map(({ bucket, name }) => (
              <Menu.Item key={bucket} onClick={() => void edit.run({ id: line.id, change: { bucket } })}>
                Move to {name}
              </Menu.Item>
            ))
        }
      >
        {(line, tools) => (
          <InitiativeLine
            line={line}
            view={view}
            editable={editable}
            arriving={arrival.is(line.id)}
            tools={tools}
          />
        )}
      </Ordered>
      {editable && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => void addOne()}
          aria-label={`Add an initiative to ${sum.name}`}
        >
          Add an initiative
        </Button>
      )}
    </section>
  );
}

function BucketWords({ sum }: { sum: BucketSum }) {
  const { number, money } = useFormats();
  const words = [
    `${number(sum.count)} ${sum.count === 1 ? 'initiative' : 'initiatives'}`,
    money(sum.budget),
    `${number(sum.expected_leads)} accepted leads`,
  ];
  return <p className={`${classes.bucketSum} tabular`}>{words.join(' · ')}</p>;
}
