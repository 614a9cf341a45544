/** What sits in no cell: open leads whose persona or phase cannot be told, and pieces made for nobody in particular. */
import { Link } from '@tanstack/react-router';
import type { ContentMatrix, UnmatchedWord } from '../../api';
import { ButtonLink, Section, useFormats } from '../../shared';
import parts from '../parts/Parts.module.css';
import classes from './Matrix.module.css';
import { outsideInWords, placelessInWords, proposedPiecesInWords, withoutLeadInWords } from './words';

export function OutsideSection({ matrix: { outside, placeless, proposed } }: { matrix: ContentMatrix }) {
  const formats = useFormats();
  const open = outsideInWords(outside.open, formats);
  if (open === null && placeless === 0) return null;
  return (
    <Section
      id="outside"
      title="Outside the matrix"
      lead={open}
      actions={
        open && (
          <ButtonLink to="/buyers" search={{}}>
            Set title words and stages
          </ButtonLink>
        )
      }
    >
      {outside.without_lead > 0 && (
        <p className={classes.note}>{withoutLeadInWords(outside.without_lead, formats.number)}</p>
      )}
      <div className={classes.outside}>
        <Words title="Job titles that match no persona" words={outside.titles} empty="No job title" />
        <Words title="Stages that belong to no phase" words={outside.stages} empty="No stage" />
      </div>
      {placeless > 0 && (
        <p className={classes.note}>
          {placelessInWords(placeless, formats.number)}{' '}
          {proposed > 0 && `${proposedPiecesInWords(proposed, formats.number)} `}
          <Link to="/collateral" search={{}} className={parts.link}>
            Open the library
          </Link>
        </p>
      )}
    </Section>
  );
}

interface WordsProps {
  title: string;
  words: readonly UnmatchedWord[];
  /** What stands for leads of which the files say nothing. */
  empty: string;
}

function Words({ title, words, empty }: WordsProps) {
  const { number } = useFormats();
  if (words.length === 0) return null;
  return (
    <div>
      <h3 className={classes.wordsTitle}>{title}</h3>
      <ul className={classes.wordList}>
        {words.map(({ word, count }) => (
          <li key={word}>
            <span>{word || empty}</span>
            <span className="tabular">{number(count)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
