/** How many leads came each month, and how many of them pass. */
import type { BackTestView } from '../../api';
import { Bars, Block, ChartFrame, useFormats } from '../../shared';
import { monthBars } from './monthBars';

export function Months({ found }: { found: BackTestView }) {
  const formats = useFormats();
  if (found.months.length === 0) return null;
  const bars = monthBars(found.months, formats);
  const middle = found.passed_a_month;
  const title =
    middle === null
      ? 'No month can be told'
      : `${formats.number(middle, 1)} ${middle === 1 ? 'lead passes' : 'leads pass'} in a usual month`;
  return (
    <Block title="Month by month">
      <ChartFrame
        title={title}
        says={found.months
          .map(
            (month) =>
              `${formats.month(month.first_day)}: ${formats.number(month.passed)} of ${formats.number(month.leads)}`,
          )
          .join('; ')}
        table={{
          heads: ['Month', 'Leads', 'Pass'],
          rows: found.months.map((month) => [
            formats.month(month.first_day),
            formats.number(month.leads),
            formats.number(month.passed),
          ]),
        }}
        note="Dark: leads that pass. The whole bar: all leads of the month; above it, how many of them pass. A usual month is the middle one."
      >
        <Bars bars={bars} sparse={bars.some((bar) => bar.label === '')} />
      </ChartFrame>
    </Block>
  );
}
