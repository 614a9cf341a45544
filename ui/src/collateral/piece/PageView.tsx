/** A piece's file, page by page as it looks; its text where there is no picture of it. */
import { Button, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type CallError, type PieceLine, useAsk } from '../../api';
import { askShell } from '../../shared/shell';
import classes from './Piece.module.css';

interface PageViewProps {
  line: PieceLine;
  /** How wide the picture is drawn, in pixels. */
  width: number;
}

export function PageView({ line, width }: PageViewProps) {
  const [page, setPage] = useState(1);
  const { piece, version } = line;
  const hasPictures = version !== null && (version.file_kind === 'pdf' || version.file_kind === 'image');
  const picture = useQuery<string | null, CallError>({
    // The bytes are named, so that a new version is drawn anew.
    queryKey: ['page_picture', piece.id, version?.hash, page, width],
    queryFn: () => askShell('page_picture', { piece: piece.id, page, width }),
    enabled: hasPictures,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!version) return <p className={classes.link}>{piece.link}</p>;
  const pages = Math.max(version.pages, 1);
  return (
    <figure className={classes.page}>
      {hasPictures && picture.isPending && (
        <Loader size="sm" role="status" aria-label="The page is being drawn" />
      )}
      {picture.data && (
        <img src={picture.data} alt={`Page ${page} of ${piece.title}`} className={classes.picture} />
      )}
      {(!hasPictures || picture.isError || picture.data === null) && <PageText line={line} page={page} />}
      {pages > 1 && (
        <figcaption className={classes.turn}>
          <Button variant="subtle" size="compact-md" disabled={page === 1} onClick={() => setPage(page - 1)}>
            Previous page
          </Button>
          <span>
            Page {page} of {pages}
          </span>
          <Button
            variant="subtle"
            size="compact-md"
            disabled={page === pages}
            onClick={() => setPage(page + 1)}
          >
            Next page
          </Button>
        </figcaption>
      )}
    </figure>
  );
}

function PageText({ line, page }: { line: PieceLine; page: number }) {
  const text = useAsk('piece_text', { id: line.piece.id });
  if (!text.data) return null;
  const here = text.data.find(({ number }) => number === page);
  if (!here) return <p className="soft">{line.version?.trouble || 'There is no text on this page.'}</p>;
  return (
    <div className={classes.text}>
      <p>{here.text}</p>
      {here.notes && (
        <p>
          <span className="soft">Notes: </span>
          {here.notes}
        </p>
      )}
    </div>
  );
}
