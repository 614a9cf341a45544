/** The library: the approved pieces in reach, found as one types; everything else when it is asked for. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useAsk } from '../api';
import { EmptyState, Page } from '../shared';
import { useOpenWorkspace } from '../shared/openWorkspace';
import { AddFiles } from './adding/AddFiles';
import { AddLink } from './adding/AddLink';
import { FieldKitButton } from './fieldKit/FieldKitButton';
import classes from './Library.module.css';
import { Filters } from './library/Filters';
import { Pieces, piecesId } from './library/Pieces';
import { questionOf, titleOf } from './library/question';
import { Space } from './library/Space';
import { PieceDrawer } from './piece/PieceDrawer';
import type { LibraryPlace } from './places';
import { SeveralBar } from './several/SeveralBar';
import { useChosen } from './several/useChosen';

export function LibraryPage() {
  const place = useSearch({ from: '/collateral' });
  const navigate = useNavigate();
  const { read_only: readOnly } = useOpenWorkspace();
  const go = (next: LibraryPlace) => void navigate({ to: '/collateral', search: next, replace: true });
  const list = useAsk('list_pieces', questionOf(place), { keep: true });
  const chosen = useChosen(list.data?.pieces ?? []);
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
      <Pieces list={list.data} place={place} go={go} chosen={readOnly ? undefined : chosen} />
      <Space />
      <SeveralBar chosen={chosen} leaveTo={piecesId} />
      <PieceDrawer id={place.piece} onClose={() => go({ ...place, piece: undefined })} />
    </Page>
  );
}
