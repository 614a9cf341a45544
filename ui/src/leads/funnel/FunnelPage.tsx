/** What became of the leads, by source, campaign, owner, quarter or any attribute. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type FunnelRow, useAsk } from '../../api';
import { Page, Section, useFormats } from '../../shared';
import { Counted } from '../parts/Counted';
import { CountedBy, wayName } from '../parts/CountedBy';
import { Failed } from '../parts/Failed';
import { NoLeads } from '../parts/NoLeads';
import { StillReading } from '../parts/StillReading';
import classes from './Funnel.module.css';
import { FunnelChart } from './FunnelChart';
import { FunnelExport } from './FunnelExport';
import { FunnelTable } from './FunnelTable';

export function FunnelPage() {
  const place = useSearch({ from: '/leads/funnel' });
  const navigate = useNavigate();
  const { number, rate, money, currency } = useFormats();
  const by = place.by ?? 'source';
  const funnel = useAsk('lead_funnel', { by, from: place.from, to: place.to }, { keep: true });
  if (funnel.isError) return <Failed title="Funnel" error={funnel.error} />;
  if (!funnel.data) return <StillReading title="Funnel" />;
  const { all, rows, attributes, counted, notes } = funnel.data;
  const filtered = place.from !== undefined || place.to !== undefined;
  if (all.leads + all.opportunities === 0 && !filtered) {
    return (
      <Page title="Funnel">
        <NoLeads />
      </Page>
    );
  }
  const accepted = all.acceptance.basis_points;
  const wonWorth = ({ won, won_value, won_without_value }: FunnelRow) =>
    won_value === null
      ? 'No file says what it is worth.'
      : won_without_value === 0
        ? `What was won is worth ${money(won_value)}.`
        : `What was won is worth at least ${money(won_value)}: ${number(won_without_value)} of ${number(won ?? 0)} have no value in ${currency}.`;
  return (
    <Page
      title={
        <Counted isOld={funnel.isPlaceholderData}>
          {all.leads === 0 && all.opportunities === 0
            ? 'Nothing came in then'
            : [
                `${number(all.leads)} leads`,
                all.accepted !== null && `${number(all.accepted)} accepted`,
                all.won !== null && `${number(all.won)} won`,
              ]
                .filter(Boolean)
                .join(', ')}
        </Counted>
      }
      lead={[
        accepted !== null && `Of the leads that sales decided on, ${rate(accepted)} were accepted.`,
        all.won !== null && all.won > 0 && wonWorth(all),
        all.because.won,
      ]
        .filter(Boolean)
        .join(' ')}
      actions={rows.length > 0 && <FunnelExport by={by} period={place} />}
      wide
    >
      <CountedBy
        place={place}
        attributes={attributes}
        go={(next) => void navigate({ to: '/leads/funnel', search: next, replace: true })}
      />
      {rows.length > 0 && <FunnelChart view={funnel.data} by={by} period={place} />}
      {rows.length > 0 && (
        <Section id="numbers" title={`In numbers, by ${wayName(by)}`}>
          <FunnelTable view={funnel.data} place={place} />
          <p className="soft small measure">{[counted, ...notes].join(' ')}</p>
          <p className="soft small measure">
            Acceptance is accepted ÷ (accepted + rejected); what nobody decided on is left out of it. A lead
            with an opportunity counts as accepted unless sales said otherwise. The win rate is won ÷ (won +
            lost) opportunities. The cycle is the median of the days until something was won.{' '}
            {all.sourced_value === null ? (
              <>
                What marketing sourced is open until you both{' '}
                <Link to="/leads/sources" className={classes.link}>
                  say which sources are marketing’s
                </Link>
                .
              </>
            ) : (
              'Influenced is what was won with marketing taking part, what it sourced included: never add the two.'
            )}
          </p>
        </Section>
      )}
    </Page>
  );
}
