/** A piece in the list: its picture, what it is, where it stands, and the passage in which the words were found. */
import { Checkbox, UnstyledButton } from '@mantine/core';
import { Fragment } from 'react';
import type { FoundPiece, PieceLine } from '../api';
import { SideBadge } from '../shared';
import classes from './Library.module.css';
import { HomeMadeMark } from './parts/HomeMadeMark';
import { kindNames, standingOf, titleOf } from './words';

interface PieceRowProps {
  found: FoundPiece;
  picture: string | undefined;
  open: () => void;
  /** Whether it is chosen, and how that changes; nothing where nothing can be done with several. */
  choice?: { isChosen: boolean; choose: (isRange: boolean) => void };
}

export function PieceRow({ found, picture, open, choice }: PieceRowProps) {
  const { piece, version, passage } = found;
  const pages = version && version.pages > 1 ? `${version.pages} pages` : null;
  const about = [kindNames[piece.kind], piece.language?.toUpperCase(), pages, piece.link || null];
  return (
    <li
      className={classes.piece}
      data-choosable={choice !== undefined || undefined}
      data-chosen={choice?.isChosen || undefined}
    >
      {choice && (
        <Checkbox
          className={classes.choose}
          aria-label={`Choose ${titleOf(piece)}`}
          checked={choice.isChosen}
          // A range of pieces is no range of text.
          onMouseDown={(event) => event.shiftKey && event.preventDefault()}
          onChange={({ nativeEvent }) =>
            choice.choose('shiftKey' in nativeEvent && nativeEvent.shiftKey === true)
          }
        />
      )}
      <Cover line={found} picture={picture} />
      <div className={classes.about}>
        <UnstyledButton className={classes.title} onClick={open}>
          {titleOf(piece)}
        </UnstyledButton>
        <p className={classes.facts}>
          <span>{about.filter(Boolean).join(' · ')}</span>
          {piece.tags.map((tag) => (
            <span key={tag} className={classes.tag}>
              {tag}
            </span>
          ))}
          {piece.is_home_made && <HomeMadeMark />}
        </p>
        {passage && (
          <p className={classes.passage}>
            <span className="soft">
              {passage.in_notes ? `Notes of page ${passage.page}: ` : `Page ${passage.page}: `}
            </span>
            {passage.parts.map((part, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one passage stand in their order
              <Fragment key={place}>{part.is_match ? <mark>{part.text}</mark> : part.text}</Fragment>
            ))}
          </p>
        )}
      </div>
      <Standing line={found} />
    </li>
  );
}

/** Where it stands: a shape, a word, and who has approved it. */
export function Standing({ line }: { line: PieceLine }) {
  const shapes = { draft: '○', in_review: '◐', approved: line.is_stale ? '▲' : '●', retired: '–' } as const;
  return (
    <div className={classes.standing} data-state={line.state} data-stale={line.is_stale || undefined}>
      <span>
        <span aria-hidden className={classes.shape}>
          {shapes[line.state]}
        </span>
        {standingOf(line)}
      </span>
      {line.state === 'in_review' &&
        line.approved_by.map((side) => (
          <span key={side} className={classes.side}>
            <SideBadge side={side} /> approved
          </span>
        ))}
    </div>
  );
}

/** The first page, or a card where a piece has no picture of its own. */
function Cover({ line, picture }: { line: PieceLine; picture: string | undefined }) {
  if (picture) return <img className={classes.cover} src={picture} alt="" />;
  return (
    <div className={classes.card} aria-hidden>
      <span>{line.version ? kindNames[line.piece.kind] : 'Link'}</span>
    </div>
  );
}
