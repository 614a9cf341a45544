/** What differs, as people would say it: "Target of Accepted leads 400 → 460", section by section. */
import type { ReactNode } from 'react';
import type { Difference } from '../../api';
import classes from './Agreement.module.css';

interface DifferenceListProps {
  title: string;
  differences: readonly Difference[];
  /** What is said when nothing differs. */
  none?: ReactNode;
}

export function DifferenceList({ title, differences, none }: DifferenceListProps) {
  const sections = [...new Set(differences.map((difference) => difference.section))];
  return (
    <div className={classes.differences}>
      <h3 className={classes.subtitle}>{title}</h3>
      {differences.length === 0 && <p className="soft">{none ?? 'Nothing differs.'}</p>}
      {sections.map((section) => (
        <div key={section} className={classes.differenceGroup}>
          <h4 className={classes.differenceSection}>{section}</h4>
          <ul className={classes.plain}>
            {differences
              .filter((difference) => difference.section === section)
              .map((difference) => (
                <li key={`${difference.label}:${difference.before}:${difference.after}`}>
                  <One {...difference} />
                </li>
              ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function One({ label, before, after }: Difference) {
  return (
    <>
      <span className={classes.what}>
        <Emphasised text={label} />
      </span>{' '}
      {before !== null && after !== null && (
        <>
          <span className="visually-hidden">was </span>
          <del className={classes.before}>{before}</del> <span aria-hidden>→</span>
          <span className="visually-hidden">, is now</span> <ins className={classes.after}>{after}</ins>
        </>
      )}
      {before === null && (
        <>
          <span className={classes.word}>new</span> <ins className={classes.after}>{after}</ins>
        </>
      )}
      {after === null && (
        <>
          <span className={classes.word}>gone</span> <del className={classes.gone}>{before}</del>
        </>
      )}
    </>
  );
}

/** The core marks names with asterisks, as in "Target of *Accepted leads*". */
function Emphasised({ text }: { text: string }) {
  return text.split('*').map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no identity but their place
    index % 2 === 1 ? <em key={index}>{part}</em> : <span key={index}>{part}</span>,
  );
}
