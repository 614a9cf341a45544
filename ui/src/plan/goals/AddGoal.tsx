/** Adds a goal: a metric of the list, each with its formula in words, or one of our own. */
import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Metric, MetricEntry } from '../../api';
import classes from './GoalsSection.module.css';
import { metricGroups } from './metricGroups';

interface AddGoalProps {
  metrics: readonly MetricEntry[];
  label: string;
  add: (metric: Metric) => Promise<unknown>;
}

export function AddGoal({ metrics, label, add }: AddGoalProps) {
  return (
    <Menu position="bottom-start" width={420}>
      <Menu.Target>
        <Button leftSection={<IconPlus size={16} aria-hidden />}>{label}</Button>
      </Menu.Target>
      <Menu.Dropdown mah="26rem" style={{ overflowY: 'auto' }}>
        {metricGroups(metrics).map((group) => (
          <div key={group.title}>
            <Menu.Label>{group.title}</Menu.Label>
            {group.entries.map((entry) => (
              <Menu.Item key={entry.metric} onClick={() => void add(entry.metric)}>
                {entry.name}
                <div className={classes.formula}>{entry.formula}</div>
              </Menu.Item>
            ))}
          </div>
        ))}
        <Menu.Label>Something else</Menu.Label>
        <Menu.Item onClick={() => void add('own')}>
          A metric of our own
          <div className={classes.formula}>You write out its formula and where the number comes from.</div>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
