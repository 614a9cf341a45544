/** What narrows the library down: words, what pieces are made for, and where they stand. */
import { SegmentedControl, Select } from '@mantine/core';
import { type PieceKind, useAsk } from '../../api';
import classes from '../Library.module.css';
import { BuyerChoice } from '../parts/BuyerChoice';
import type { Shelf } from '../places';
import { kindNames } from '../words';
import { FindPiece } from './FindPiece';
import type { PartProps } from './parts';

export function Filters({ place, go, list: { counts } }: PartProps) {
  const shelf = (value: Shelf, label: string, count: number | undefined) => ({
    value,
    label: count === undefined ? label : `${label} ${count}`,
  });
  const all = Object.values(counts.states).reduce((sum, count) => sum + count, 0);
  const kinds = (Object.keys(kindNames) as PieceKind[]).filter(
    (kind) => (counts.kinds[kind] ?? 0) > 0 || kind === place.kind,
  );
  const cycle = useAsk('open_buying_cycle', {}).data;
  return (
    <div className={classes.filters}>
      <FindPiece text={place.text ?? ''} find={(text) => go({ ...place, text: text || undefined })} />
      <Select
        label="Type"
        placeholder="every type"
        clearable
        clearButtonProps={{ 'aria-label': 'Show every type' }}
        data={kinds.map((kind) => ({
          value: kind,
          label: `${kindNames[kind]} (${counts.kinds[kind] ?? 0})`,
        }))}
        value={place.kind ?? null}
        onChange={(kind) => go({ ...place, kind: (kind as PieceKind | null) ?? undefined })}
      />
      <BuyerChoice
        label="Persona"
        placeholder="any"
        clearing="Show pieces for any persona"
        options={cycle?.personas}
        value={place.persona}
        choose={(persona) => go({ ...place, persona })}
      />
      <BuyerChoice
        label="Buying phase"
        placeholder="any"
        clearing="Show pieces for any buying phase"
        options={cycle?.phases}
        value={place.phase}
        choose={(phase) => go({ ...place, phase })}
      />
      <SegmentedControl
        className={classes.shelves}
        aria-label="Which pieces"
        value={place.shelf ?? 'in_use'}
        onChange={(value) => go({ ...place, shelf: value === 'in_use' ? undefined : (value as Shelf) })}
        data={[
          shelf('in_use', 'Current', counts.in_use),
          shelf('in_review', 'In review', counts.states.in_review ?? 0),
          shelf('draft', 'Drafts', counts.states.draft ?? 0),
          shelf('stale', 'Stale', counts.stale),
          shelf('retired', 'Retired', counts.states.retired ?? 0),
          shelf('all', 'All', all),
        ]}
      />
    </div>
  );
}
