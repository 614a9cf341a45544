/** The joint goals of the year on the first page, a sentence each, and the facts on how well both sides keep together. */
import { Link } from '@tanstack/react-router';
import { type Alignment, type LeftLying, useAsk } from '../../api';
import { type Formats, Section, StatusMark, sideNames, useFormats } from '../../shared';
import links from '../Links.module.css';
import { ReportDocument } from '../ReviewDocuments';
import { forecastInWords, goalFinding } from '../words';
import classes from './Home.module.css';

export function YearGoals() {
  const formats = useFormats();
  const year = useAsk('show_year', {}).data;
  if (!year) return null;
  const { goals, notes } = year.goals;
  const facts = (
    <ul className={classes.facts}>
      {togetherInWords(year.label, year.alignment, formats).map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
      <LeftLyingFacts of={year.left_lying} />
    </ul>
  );
  if (goals.length === 0) {
    return (
      <Section id="together" title="How well the two sides work together" actions={<ReportDocument />}>
        {facts}
      </Section>
    );
  }
  return (
    <Section
      id="goals-of-the-year"
      title={`The goals of ${year.label}`}
      lead={notes.length > 0 ? notes.join(' ') : undefined}
      actions={<ReportDocument />}
    >
      <ul className={classes.goals}>
        {goals.map((goal) => (
          <li key={goal.goal}>
            <div className={classes.goal}>
              <strong>
                {year.next ? (
                  <Link
                    className={links.link}
                    to="/review/$review"
                    params={{ review: year.next.review.id }}
                    hash="goals"
                  >
                    {goal.name}
                  </Link>
                ) : (
                  goal.name
                )}
              </strong>
              <StatusMark status={goal.status ?? 'no_data'} />
            </div>
            <p className="tabular">{goalFinding(goal, formats)}</p>
            {goal.forecast && <p className="soft tabular">{forecastInWords(goal, formats)}</p>}
          </li>
        ))}
      </ul>
      <h3 className={classes.together}>How well the two sides work together</h3>
      {facts}
    </Section>
  );
}

/** What is left lying on either side, each with the way to the list behind it. */
function LeftLyingFacts({ of: { leads, stale_pieces: pieces, from, to } }: { of: LeftLying }) {
  const { number } = useFormats();
  return (
    <>
      {leads !== null && (
        <li>
          Leads of this year that were{' '}
          <Link className={links.link} to="/leads/ledger" search={{ lost_or_ignored: true, from, to }}>
            lost or ignored: {number(leads)}
          </Link>
          .
        </li>
      )}
      {pieces !== null && (
        <li>
          Approved pieces{' '}
          <Link className={links.link} to="/collateral" search={{ shelf: 'stale' }}>
            past their review date: {number(pieces)}
          </Link>
          .
        </li>
      )}
    </>
  );
}

/** Returns the facts, each in a sentence. There is no grade: whoever reads them judges for themselves. */
function togetherInWords(label: string, facts: Alignment, { number, value }: Formats): string[] {
  const inForce = (what: string, version: number | null) =>
    version === null ? `${what}: not signed by both sides.` : `${what}: version ${version} in force.`;
  const kept = facts.promises.map(
    ({ side, kept, due }) => `${sideNames[side]} ${number(kept)} of ${number(due)}`,
  );
  const mark = (hundredths: number | null) => (hundredths === null ? '–' : value('number', hundredths));
  return [
    inForce(`Plan ${label}`, facts.plan),
    inForce('Qualified lead', facts.definition),
    facts.reviews_due === 0
      ? 'No quarterly review was due yet this year.'
      : `${facts.reviews_in_time} of ${facts.reviews_due} quarterly reviews were closed in time.`,
    ...(kept.length > 0 ? [`Promises kept this year: ${kept.join(', ')}.`] : []),
    ...(facts.pulse
      ? [
          `Pulse in ${facts.pulse.label}, of 5: Sales ${mark(facts.pulse.sales)}, Marketing ${mark(facts.pulse.marketing)}.`,
        ]
      : []),
  ];
}
