/** Adds a number a side was measured on: one that this side is usually measured on, or any other. */
import { Button, Menu } from '@mantine/core';
import { IconClipboard, IconPlus } from '@tabler/icons-react';
import { type MetricEntry, type Side, useAct, useAsk } from '../../api';
import { sideNames } from '../../shared';
import classes from './Measures.module.css';

interface AddMeasureProps {
  plan: string;
  side: Side;
  /** The names that stand there already. */
  taken: readonly string[];
  onPaste: () => void;
}

export function AddMeasure({ plan, side, taken, onPaste }: AddMeasureProps) {
  const metrics = useAsk('list_metrics', {});
  const add = useAct('add_measure');
  const usual = (metrics.data ?? []).filter(
    (entry) => (entry.usual_side === side || entry.usual_side === null) && !taken.includes(entry.name),
  );
  const take = ({ name, unit, direction }: MetricEntry) =>
    void add.run({ plan, values: { side, name, unit, direction } });
  return (
    <div className={classes.adding}>
      <Menu position="bottom-start" width={340}>
        <Menu.Target>
          <Button size="compact-md" leftSection={<IconPlus size={16} aria-hidden />}>
            Add a number<span className="visually-hidden"> for {sideNames[side]}</span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah="22rem" style={{ overflowY: 'auto' }}>
          <Menu.Item onClick={() => void add.run({ plan, values: { side } })}>Something of our own</Menu.Item>
          <Menu.Divider />
          {usual.map((entry) => (
            <Menu.Item key={entry.metric} onClick={() => take(entry)}>
              {entry.name}
              <div className={classes.formula}>{entry.formula}</div>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button
        size="compact-md"
        variant="subtle"
        leftSection={<IconClipboard size={16} aria-hidden />}
        onClick={onPaste}
      >
        Paste a table<span className="visually-hidden"> for {sideNames[side]}</span>
      </Button>
    </div>
  );
}
