/** What a back-test found: the finding first, then the groups side by side, the months, the criteria, and the cautions. */
import type { BackTestView } from '../../api';
import { Block, ButtonLink, EmptyState, useFormats } from '../../shared';
import { Against } from './Against';
import classes from './BackTest.module.css';
import { CriteriaParts } from './CriteriaParts';
import { Groups } from './Groups';
import { Lifts } from './Lifts';
import { Months } from './Months';
import { Separating } from './Separating';

export function Findings({ found, isAll }: { found: BackTestView; isAll: boolean }) {
  const { day, number, money } = useFormats();
  if (found.leads === 0)
    return (
      <EmptyState
        title={isAll ? 'No leads to test on yet' : found.finding}
        action={isAll && <ButtonLink to="/leads/import">Take leads in</ButtonLink>}
      >
        {isAll
          ? 'Take in what your CRM exports: leads, and the opportunities that came of them. Then you see before you sign how many would have passed, and whether they were the better ones.'
          : 'Choose another period.'}
      </EmptyState>
    );
  return (
    <>
      <p className={classes.finding} role="status">
        {found.finding}
      </p>
      {found.first_day && found.last_day && (
        <p className="soft">
          {number(found.leads)} leads from {day(found.first_day)} to {day(found.last_day)}.
        </p>
      )}
      <Lifts acceptance={found.acceptance_lift} win={found.win_lift} />
      <Groups found={found} />
      {found.against && <Against against={found.against} />}
      {found.turned_away_leads > 0 && (
        <p className={classes.turned}>
          It would have turned away {number(found.turned_away_leads)} won{' '}
          {found.turned_away_leads === 1 ? 'lead' : 'leads'}
          {found.turned_away_value !== null &&
            `, worth ${found.turned_away_without_value > 0 ? 'at least ' : ''}${money(found.turned_away_value)}`}
          . Look at them before you sign.
        </p>
      )}
      <Months found={found} />
      <CriteriaParts criteria={found.criteria} />
      <Separating fields={found.separating} what={found.separating_what} />
      <Block title="What these numbers can and cannot show">
        <ul className={classes.cautions}>
          {found.cautions.map((caution) => (
            <li key={caution}>{caution}</li>
          ))}
        </ul>
      </Block>
    </>
  );
}
