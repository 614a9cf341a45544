/** The metrics a goal can choose from, grouped by who was measured on them until now. */
import type { MetricEntry } from '../../api';

export interface MetricGroup {
  title: string;
  entries: MetricEntry[];
}

export function metricGroups(metrics: readonly MetricEntry[]): MetricGroup[] {
  const groups: [string, (entry: MetricEntry) => boolean][] = [
    ['Both sides at once', (entry) => entry.usual_side === null && !entry.about_customer],
    ['About the customer', (entry) => entry.about_customer],
    ['Usually marketing’s', (entry) => entry.usual_side === 'marketing' && !entry.about_customer],
    ['Usually sales’', (entry) => entry.usual_side === 'sales' && !entry.about_customer],
  ];
  return groups
    .map(([title, belongs]) => ({ title, entries: metrics.filter(belongs) }))
    .filter((group) => group.entries.length > 0);
}
