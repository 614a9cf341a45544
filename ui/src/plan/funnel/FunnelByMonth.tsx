/** When the leads must come: accepted leads by month, a sales cycle ahead of the deals they become. */
import { SegmentedControl } from '@mantine/core';
import type { Funnel, FunnelView } from '../../api';
import { Bars, Block, ChartFrame, useChoiceSave, useFormats } from '../../shared';
import { splitByOffered } from '../choices';
import { MonthFields } from '../parts/MonthFields';
import { roundUp } from '../parts/roundUp';
import type { SectionProps } from '../sectionProps';
import classes from './FunnelSection.module.css';

interface FunnelByMonthProps extends SectionProps {
  funnel: FunnelView;
  edit: (change: Partial<Funnel>) => Promise<unknown>;
}

export function FunnelByMonth({ view, funnel, editable, edit }: FunnelByMonthProps) {
  const formats = useFormats();
  const saved = view.funnel.funnel;
  const spread = useChoiceSave(saved.spread, (spread) => edit({ spread }));
  const weights = view.months.map((month, place) => ({
    key: month,
    label: formats.monthShort(month),
    value: saved.by_hand[place] ?? null,
  }));
  const byHand = (by_hand: number[]) => edit({ by_hand });
  return (
    <Block
      title="When the leads must come"
      lead="Leads become deals a sales cycle later. So the first deals of the year stand on leads from before it begins."
      actions={
        <SegmentedControl
          aria-label="How the year’s deals spread over the months"
          size="xs"
          value={spread.shown}
          onChange={(next) => next !== spread.shown && spread.choose(next as Funnel['spread'])}
          data={splitByOffered(spread.shown, view.look_back.season_problem)}
          disabled={!editable}
        />
      }
    >
      {spread.error && <p role="alert">{spread.error}</p>}
      {funnel.spread_problem && (
        <p className={classes.problem} role="status">
          {funnel.spread_problem}
        </p>
      )}
      {spread.shown === 'hand' && (
        <div className={classes.weights}>
          <p className="small soft">
            How the year’s deals spread: twelve weights, only their proportions matter.
          </p>
          <MonthFields
            of="Weight of the month"
            unit="count"
            parts={weights}
            locked={!editable}
            save={(place, value) =>
              byHand(weights.map((weight, at) => (at === place ? value : weight.value) ?? 0))
            }
            saveAll={byHand}
          />
        </div>
      )}
      <Months funnel={funnel} />
    </Block>
  );
}

function Months({ funnel }: { funnel: FunnelView }) {
  const { number, month: monthOf, monthShort } = useFormats();
  const stage = funnel.stages.find((known) => known.key === 'sal');
  if (funnel.months.length === 0 || stage?.year.value == null)
    return (
      <p className="soft">
        The months {stage?.year.because ?? 'cannot be computed, because the sales cycle is missing'}.
      </p>
    );
  const before = funnel.months.filter((month) => month.before_the_year);
  const early = before.reduce((sum, month) => sum + (month.sal ?? 0), 0);
  const shift = funnel.shift_months ?? 0;
  const ahead = shift === 1 ? 'a month' : `${shift} months`;
  const last =
    shift === 1 ? 'The last month of the year brings' : `The last ${shift} months of the year bring`;
  const exact = (value: number | null) => (value === null ? '–' : number(value, 1));
  const title =
    before.length === 0
      ? 'Leads and deals fall into the same months'
      : `${number(roundUp(early))} accepted leads are needed before the year begins`;
  return (
    <ChartFrame
      title={title}
      says={funnel.months
        .map(
          (month) =>
            `${monthOf(month.first_day)}${month.before_the_year ? ', before the year' : ''}: ${exact(month.sal)}`,
        )
        .join('; ')}
      table={{
        heads: ['Month', 'MQL', 'Accepted', 'SQL', 'Opportunities', 'Deals'],
        rows: funnel.months.map((month) => [
          `${monthOf(month.first_day)}${month.before_the_year ? ' (before the year)' : ''}`,
          exact(month.mql),
          exact(month.sal),
          exact(month.sql),
          exact(month.opportunities),
          exact(month.deals),
        ]),
      }}
      note={
        before.length > 0 &&
        `Accepted leads by month. Hatched: before the year begins, because leads come ${ahead} ahead of their deals. ${last} the deals of the year after, which this plan does not count.`
      }
    >
      <Bars
        bars={funnel.months.map((month) => ({
          key: month.first_day,
          label: monthShort(month.first_day),
          value: month.sal ?? 0,
          shown: month.sal ? exact(month.sal) : '',
          before: month.before_the_year,
        }))}
      />
    </ChartFrame>
  );
}
