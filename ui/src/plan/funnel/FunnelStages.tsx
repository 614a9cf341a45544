/** The result: how many the year needs at each stage, rounded up to what can be done, with the exact figure beside it. */
import type { FunnelStage, FunnelView } from '../../api';
import { Block, ChartFrame, useFormats } from '../../shared';
import { FigureValue } from '../parts/FigureValue';
import { FunnelBars } from '../parts/FunnelBars';
import { roundUp } from '../parts/roundUp';
import classes from './FunnelSection.module.css';

/** Marketing's part of a stage, and the rate that leads from a stage to the next one down. */
const partOf: Record<string, string> = { mql: 'marketing_mql', sal: 'marketing_sal' };
const rateBelow: Record<string, string> = {
  mql: 'mql_to_sal',
  sal: 'sal_to_sql',
  sql: 'sql_to_opportunity',
  opportunities: 'win_rate',
};

export function FunnelStages({ funnel }: { funnel: FunnelView }) {
  const { number, rate } = useFormats();
  const parts = Object.values(partOf);
  const part = (stage: FunnelStage) =>
    funnel.stages.find((other) => other.key === partOf[stage.key])?.year.value ?? null;
  const stages = funnel.stages.filter((stage) => !parts.includes(stage.key)).toReversed();
  const up = (value: number) => number(roundUp(value));
  const inWords = ({ year }: FunnelStage) =>
    year.value === null ? (year.because ?? '') : `${up(year.value)} (exactly ${number(year.value, 1)})`;
  const below = (stage: FunnelStage) => {
    const used = funnel.inputs.find((input) => input.key === rateBelow[stage.key])?.used;
    return used === null || used === undefined ? undefined : rate(used);
  };
  const sal = funnel.stages.find((stage) => stage.key === 'sal');
  const deals = funnel.stages.find((stage) => stage.key === 'deals');
  const title =
    sal?.year.value != null && sal.month.value !== null && deals?.year.value != null
      ? `${up(deals.year.value)} deals need ${up(sal.year.value)} accepted leads, ${up(sal.month.value)} a month`
      : 'What the year needs is not known yet';
  if (deals?.year.value == null)
    return (
      <Block title="What the year needs">
        <p className="soft">Deals, opportunities and leads {deals?.year.because}.</p>
      </Block>
    );
  return (
    <Block title="What the year needs">
      <ChartFrame
        title={title}
        says={stages.map((stage) => `${stage.label}: ${inWords(stage)}`).join('; ')}
        table={{
          heads: ['Stage', 'In the year', 'Exactly', 'A month'],
          rows: funnel.stages.map((stage) => [
            `${stage.label} = ${stage.formula}`,
            <FigureValue key="up" figure={stage.year} as={up} />,
            stage.year.value === null ? '–' : number(stage.year.value, 1),
            stage.month.value === null ? '–' : number(stage.month.value, 1),
          ]),
        }}
        note="Figures are rounded up: nobody wins a third of a deal. The exact ones are carried through the maths."
      >
        <FunnelBars
          large
          stages={stages.map((stage) => {
            const ofMarketing = part(stage);
            return {
              key: stage.key,
              label: stage.label,
              value: stage.year.value,
              part: ofMarketing,
              shown: stage.year.value === null ? '–' : up(stage.year.value),
              beside: stage.year.value !== null && `exactly ${number(stage.year.value, 1)}`,
              note:
                stage.year.value === null
                  ? (stage.year.because ?? undefined)
                  : ofMarketing === null
                    ? undefined
                    : `${up(ofMarketing)} of them from marketing`,
              next: below(stage),
            };
          })}
        />
        {stages.some((stage) => part(stage) !== null) && (
          <p className={classes.legend}>
            <span className={classes.ofMarketing} /> from marketing
            <span className={classes.ofOthers} /> from sales and others
          </p>
        )}
      </ChartFrame>
    </Block>
  );
}
