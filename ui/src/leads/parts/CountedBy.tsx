/** By what leads are counted, and of which period. */
import { SegmentedControl, Select } from '@mantine/core';
import type { FunnelPlace } from '../places';
import classes from './Parts.module.css';
import { PeriodField } from './PeriodField';

/** By what leads can always be counted. */
export const ways = {
  source: 'Source',
  campaign: 'Campaign',
  owner: 'Owner',
  quarter: 'Quarter',
} as const;

/** "source", "campaign", or the name of an attribute. */
export function wayName(by: string): string {
  return by in ways ? ways[by as keyof typeof ways].toLowerCase() : by;
}

interface CountedByProps {
  place: FunnelPlace;
  attributes: readonly string[];
  go: (place: FunnelPlace) => void;
}

export function CountedBy({ place, attributes, go }: CountedByProps) {
  const by = place.by ?? 'source';
  const attribute = by in ways ? null : by;
  return (
    <div className={classes.controls}>
      <div className={classes.by}>
        <span className={classes.byLabel} id="counted-by">
          Counted by
        </span>
        <SegmentedControl
          aria-labelledby="counted-by"
          value={attribute === null ? by : ''}
          onChange={(wanted) => go({ ...place, by: wanted })}
          data={Object.entries(ways).map(([value, label]) => ({ value, label }))}
        />
      </div>
      {attributes.length > 0 && (
        <Select
          label="or by an attribute"
          placeholder="Choose"
          searchable
          value={attribute}
          data={[...attributes]}
          onChange={(wanted) => wanted && go({ ...place, by: wanted })}
          className={classes.control}
        />
      )}
      <PeriodField label="Came in" period={place} choose={({ from, to }) => go({ by: place.by, from, to })} />
    </div>
  );
}
