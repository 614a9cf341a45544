/** What became of the leads, by source, campaign, owner, quarter or any attribute. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../api';
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
  const { number, rate, money } = useFormats();
  const by = place.by ?? 'source';
  const funnel = useAsk('lead_funnel', { by, from: place.from, to: place.to }, { keep: true });
  if (funnel.isError) return <Failed title="Funnel" error={funnel.error} />;
  if (!funnel.data) return <StillReading title="Funnel" />;
  const { all, rows, attributes } = funnel.data;
  const filtered = place.from !== undefined || place.to !== undefined;
  if (all.leads + all.opportunities === 0 && !filtered) {
    return (
      <Page title="Funnel">
        <NoLeads />
      </Page>
    );
  }
  const accepted = all.acceptance.basis_points;
  return (
    <Page
      title={
        <Counted isOld={funnel.isPlaceholderData}>
          {all.leads === 0 && all.opportunities === 0
            ? 'Nothing came in then'
            : `${number(all.leads)} leads, ${number(all.accepted)} accepted, ${number(all.won)} won`}
        </Counted>
      }
      lead={
        accepted !== null &&
        `Of the leads that sales decided on, ${rate(accepted)} were accepted. What was won is worth ${money(all.won_value)}.`
      }
      actions={rows.length > 0 && <FunnelExport by={by} period={place} />}
      wide
    >
      <CountedBy
        place={place}
        attributes={attributes}
        go={(next) => void navigate({ to: '/leads/funnel', search: next, replace: true })}
      />
      {rows.length > 0 && <FunnelChart view={funnel.data} by={by} />}
      {rows.length > 0 && (
        <Section id="numbers" title={`In numbers, by ${wayName(by)}`}>
          <FunnelTable view={funnel.data} place={place} />
          <p className="soft small measure">
            Acceptance is accepted ÷ (accepted + rejected); what nobody decided on is left out of it. The win
            rate is won ÷ (won + lost). The cycle is the median of the days until something was won.{' '}
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
