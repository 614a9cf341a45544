/** One piece at the side of the library: how it looks, where it stands, what is known of it, its versions. */
import { Button, Drawer, MultiSelect, TagsInput } from '@mantine/core';
import { type Output, type PieceKind, tell, useAct, useAsk } from '../../api';
import {
  AreaField,
  DayField,
  OptionalSelectField,
  SelectField,
  sizeInWords,
  TextField,
  useChoiceSave,
  useFormats,
  useOnTop,
} from '../../shared';
import { haveShell } from '../../shared/shell';
import { useWho } from '../parts/useWho';
import { kindNames, proposedInWords } from '../words';
import { Approval } from './Approval';
import { AboutPiece } from './about/AboutPiece';
import { PageView } from './PageView';
import classes from './Piece.module.css';
import { Provenance } from './Provenance';
import { Retiring } from './Retiring';
import { Takeaway } from './Takeaway';
import { UsesSection } from './uses/UsesSection';

type PieceView = Output<'open_piece'>;

export function PieceDrawer({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  const view = useAsk('open_piece', { id: id ?? '' }, { enabled: id !== undefined });
  const title = view.data?.piece.title || 'Piece';
  const onTop = useOnTop(onClose);
  return (
    <Drawer
      {...onTop}
      opened={id !== undefined}
      size="44rem"
      title={view.isError ? 'This piece is not here any more' : title}
    >
      {view.isError && (
        <p role="alert">
          {view.error.message} {view.error.hint}
        </p>
      )}
      {view.data && <PieceBody key={view.data.piece.id} view={view.data} onClose={onClose} />}
    </Drawer>
  );
}

function PieceBody({ view, onClose }: { view: PieceView; onClose: () => void }) {
  return (
    <div className={classes.piece}>
      <PageView key={view.version?.hash} line={view} width={900} />
      <Takeaway line={view} />
      <Provenance line={view} />
      <Approval line={view} missing={view.missing} />
      <UsesSection piece={view.piece.id} />
      <AboutPiece line={view} />
      <Proposed view={view} />
      <Fields view={view} />
      <Versions view={view} />
      <Retiring line={view} onRemoved={onClose} />
    </div>
  );
}

/** What was taken from the file and that nobody has confirmed. */
function Proposed({ view: { piece } }: { view: PieceView }) {
  const confirm = useAct('confirm_pieces');
  if (piece.proposed.length === 0) return null;
  return (
    <p className={classes.proposed}>
      <span>{proposedInWords([piece])}</span>
      <Button variant="subtle" size="compact-md" onClick={() => void confirm.run({ ids: [piece.id] })}>
        That is right
      </Button>
    </p>
  );
}

function Fields({ view }: { view: PieceView }) {
  const { piece, state } = view;
  const edit = useAct('edit_piece');
  const people = useAsk('people', {}).data?.people ?? [];
  const cycle = useAsk('open_buying_cycle', {}).data;
  const change = (values: Record<string, unknown>) => edit.attempt({ id: piece.id, change: values });
  const isApproving = state === 'in_review';
  const owners = people
    .filter((person) => !person.has_left || person.id === piece.owner)
    .map((person) => ({ value: person.id, label: person.name }));
  return (
    <section aria-label="About this piece" className={classes.fields}>
      <TextField
        className={classes.whole}
        label="Title"
        value={piece.title}
        locked={isApproving}
        save={(title) => change({ title })}
      />
      <SelectField
        label="Type"
        value={piece.kind}
        locked={isApproving}
        options={(Object.keys(kindNames) as PieceKind[]).map((kind) => ({
          value: kind,
          label: kindNames[kind],
        }))}
        save={(kind) => change({ kind })}
      />
      <TextField
        label="Language"
        placeholder="en, de, fr …"
        value={piece.language ?? ''}
        save={(language) => change({ language: language.trim() || null })}
      />
      <OptionalSelectField
        label="Who looks after it"
        value={piece.owner}
        options={owners}
        save={(owner) => change({ owner })}
      />
      <DayField label="Review by" value={piece.review_by} save={(review_by) => change({ review_by })} />
      <MadeFor
        label="Personas"
        ids={piece.personas}
        options={cycle?.personas}
        save={(personas) => change({ personas })}
      />
      <MadeFor
        label="Buying phases"
        ids={piece.phases}
        options={cycle?.phases}
        save={(phases) => change({ phases })}
      />
      <Tags tags={piece.tags} save={(tags) => change({ tags })} />
      <AreaField
        className={classes.whole}
        label="Notes"
        value={piece.notes}
        save={(notes) => change({ notes })}
      />
    </section>
  );
}

interface MadeForProps {
  label: string;
  ids: string[];
  options: readonly { id: string; name: string }[] | undefined;
  save: (ids: string[]) => Promise<unknown>;
}

/** The personas, or the phases, that a piece is made for; nothing to choose while there are none. */
function MadeFor({ label, ids, options, save }: MadeForProps) {
  const { shown, choose, error } = useChoiceSave(ids, save);
  if (!options || options.length === 0) return null;
  const known = new Set(options.map(({ id }) => id));
  return (
    <MultiSelect
      label={label}
      placeholder={shown.length === 0 ? 'all' : ''}
      data={options.map(({ id, name }) => ({ value: id, label: name || 'Without a name' }))}
      // What names somebody who is gone is left out by the next choice.
      value={shown.filter((id) => known.has(id))}
      onChange={(next) => void choose(next)}
      error={error}
    />
  );
}

function Tags({ tags, save }: { tags: string[]; save: (tags: string[]) => Promise<unknown> }) {
  const { shown, choose, error } = useChoiceSave(tags, save);
  return (
    <TagsInput
      className={classes.whole}
      label="Tags"
      placeholder={shown.length === 0 ? 'type a word, Enter' : ''}
      value={shown}
      onChange={(next) => void choose(next)}
      error={error}
    />
  );
}

function Versions({ view: { piece, versions, state } }: { view: PieceView }) {
  const { instant, number } = useFormats();
  const who = useWho();
  const addVersion = async () => {
    const added = await haveShell('choose_new_version', { piece: piece.id });
    if (added) tell('A new version: both sides approve it anew.', added.note);
  };
  if (versions.length === 0) return null;
  return (
    <section aria-labelledby="piece-versions">
      <h3 id="piece-versions">{versions.length === 1 ? 'Its file' : 'Its versions'}</h3>
      <ul className={classes.versions}>
        {versions.map((version) => (
          <li key={version.id}>
            {version.file_name}
            <span className="soft">
              {' '}
              {sizeInWords(version.size, number)}, {instant(version.added_at)}
              {who(version.added_by) ? `, ${who(version.added_by)}` : ''}
            </span>
            {version.trouble && <p className={classes.said}>{version.trouble}</p>}
          </li>
        ))}
      </ul>
      {(state === 'draft' || state === 'approved') && (
        <Button variant="default" onClick={() => void addVersion()}>
          New version…
        </Button>
      )}
    </section>
  );
}
