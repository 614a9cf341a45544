/** The library: the approved pieces in reach, found as one types; everything else when it is asked for. */
import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { type Input, type Output, type PieceKind, useAsk } from '../api';
import { EmptyState, Page, useFormats } from '../shared';
import { AddFiles } from './adding/AddFiles';
import { AddLink } from './adding/AddLink';
import { FieldKitButton } from './fieldKit/FieldKitButton';
import classes from './Library.module.css';
import { PieceRow } from './PieceRow';
import { BuyerChoice } from './parts/BuyerChoice';
import { PieceDrawer } from './piece/PieceDrawer';
import type { LibraryPlace, Shelf } from './places';
import { usePictures } from './usePictures';
import { kindNames } from './words';

type PieceList = Output<'list_pieces'>;

/** How long to wait for the next letter. */
const PAUSE = 120;

export function LibraryPage() {
  const place = useSearch({ from: '/collateral' });
  const navigate = useNavigate();
  const go = (next: LibraryPlace) => void navigate({ to: '/collateral', search: next, replace: true });
  const list = useAsk('list_pieces', questionOf(place));
  if (list.isError) {
    return (
      <Page title="Library" lead={list.error.message}>
        {list.error.hint}
      </Page>
    );
  }
  if (!list.data) return null;
  if (list.data.in_library === 0) {
    return (
      <Page title="Library">
        <EmptyState title="No collateral yet" action={<AddFiles />} aside={<AddLink />}>
          Decks, case studies, datasheets, links. Both sides approve each piece, and what both approved is
          what sales finds first. You can also drop files or folders on the window.
        </EmptyState>
        <PieceDrawer id={place.piece} onClose={() => go({ ...place, piece: undefined })} />
      </Page>
    );
  }
  return (
    <Page
      title={titleOf(place, list.data)}
      actions={
        <div className={classes.actions}>
          <FieldKitButton />
          <AddLink />
          <AddFiles />
        </div>
      }
      wide
    >
      <Filters place={place} go={go} list={list.data} />
      <Pieces list={list.data} place={place} go={go} />
      <PieceDrawer id={place.piece} onClose={() => go({ ...place, piece: undefined })} />
    </Page>
  );
}

function questionOf({ text, shelf, kind, persona, phase }: LibraryPlace): Input<'list_pieces'> {
  const states = {
    in_use: undefined,
    draft: ['draft'],
    in_review: ['in_review'],
    stale: ['approved'],
    retired: ['retired'],
    all: [],
  } as const;
  const wanted = states[shelf ?? 'in_use'];
  return {
    ...(text ? { text } : {}),
    filter: {
      ...(wanted ? { states: [...wanted] } : {}),
      ...(shelf === 'stale' ? { stale: true } : {}),
      ...(kind ? { kinds: [kind] } : {}),
      ...(persona ? { persona } : {}),
      ...(phase ? { phase } : {}),
    },
  };
}

/** How many pieces there are where one looks; what is said of the library holds only while nothing narrows it. */
function titleOf({ shelf = 'in_use', text, kind, persona, phase }: LibraryPlace, list: PieceList): string {
  const { counts, total } = list;
  const many = (what: string) => `${total} ${total === 1 ? 'piece' : 'pieces'} ${what}`;
  const isNarrowed = Boolean(text || kind || persona || phase);
  if (shelf === 'in_use' && counts.in_use === 0 && !isNarrowed) return 'No piece is approved and current yet';
  const words: Record<Shelf, string> = {
    in_use: 'approved and current',
    draft: 'in draft',
    in_review: 'in review',
    stale: 'approved, review date passed',
    retired: 'retired',
    all: isNarrowed ? 'found' : 'in all',
  };
  return many(words[shelf]);
}

interface PartProps {
  place: LibraryPlace;
  go: (place: LibraryPlace) => void;
  list: PieceList;
}

function Filters({ place, go, list: { counts } }: PartProps) {
  const [typed, setTyped] = useState(place.text ?? '');
  const [settled] = useDebouncedValue(typed, PAUSE);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed moves the address
  useEffect(() => {
    if (settled.trim() !== (place.text ?? '')) go({ ...place, text: settled.trim() || undefined });
  }, [settled]);
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
      <TextInput
        className={classes.search}
        type="search"
        label="Find a piece"
        placeholder="words in the title or on any page"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autoFocus
      />
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
          shelf('in_use', 'In use', counts.in_use),
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

function Pieces({ place, go, list }: PartProps) {
  const { number } = useFormats();
  const { pieces } = list;
  const pictures = usePictures(pieces);
  return (
    <>
      {list.corrected.map(({ typed, meant }) => (
        <p key={typed} className="soft">
          “{typed}” stands nowhere. Looked for {meant.join(', ')}.
        </p>
      ))}
      {pieces.length === 0 && <Nothing place={place} go={go} list={list} />}
      <ul className={classes.pieces} aria-label="Pieces">
        {pieces.map((found) => (
          <PieceRow
            key={found.piece.id}
            found={found}
            picture={pictures(found)}
            open={() => go({ ...place, piece: found.piece.id })}
          />
        ))}
      </ul>
      {list.total > pieces.length && (
        <p className="soft">
          {number(pieces.length)} of {number(list.total)} are shown. More words find fewer.
        </p>
      )}
    </>
  );
}

function Nothing({ place, go, list: { counts } }: PartProps) {
  const others = Object.values(counts.states).reduce((sum, count) => sum + count, 0);
  const shelf = place.shelf ?? 'in_use';
  if (shelf !== 'all' && others > 0) {
    return (
      <p className="soft">
        {place.text ? 'No piece here has these words. ' : 'No piece stands here. '}
        <Button variant="subtle" size="compact-md" onClick={() => go({ ...place, shelf: 'all' })}>
          {others === 1 ? 'Show the one that is not in use' : `Show all ${others}`}
        </Button>
      </p>
    );
  }
  return <p className="soft">{place.text ? 'No piece has these words.' : 'No piece is like this.'}</p>;
}
