/** Offers a goal about the customer while there is none; a plan cannot be proposed without one. */
import { Button } from '@mantine/core';
import type { Metric, MetricEntry } from '../../api';
import classes from './GoalsSection.module.css';

interface CustomerGoalOfferProps {
  metrics: readonly MetricEntry[];
  add: (metric: Metric) => Promise<unknown>;
}

export function CustomerGoalOffer({ metrics, add }: CustomerGoalOfferProps) {
  const offered = metrics.filter((entry) => entry.about_customer);
  if (offered.length === 0) return null;
  return (
    <div className={classes.offer}>
      <p className={classes.offerTitle}>All of these goals are about us.</p>
      <p className="soft">Both sides win only if customers do. Choose one number that says how they fare:</p>
      <div className={classes.offers}>
        {offered.map((entry) => (
          <Button
            key={entry.metric}
            size="compact-md"
            title={entry.formula}
            onClick={() => void add(entry.metric)}
          >
            {entry.name}
          </Button>
        ))}
      </div>
    </div>
  );
}
