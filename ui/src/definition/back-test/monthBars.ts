/** The months as bars: where there are many, only some are named, so that names do not run into each other. */
import type { TestedMonth } from '../../api';
import type { Bar, Formats } from '../../shared';

/** Up to here every month has its name and its numbers: how many pass, of how many that the bar stands for. */
const roomy = 15;

export function monthBars(
  months: readonly TestedMonth[],
  { month, monthShort, number }: Pick<Formats, 'month' | 'monthShort' | 'number'>,
): Bar[] {
  const isRoomy = months.length <= roomy;
  const every = isRoomy ? 1 : months.length <= 3 * roomy ? 6 : 12;
  return months.map(({ first_day: day, leads, passed }, place) => {
    const isNamed = place % every === 0;
    const name = isRoomy && place > 0 && !day.endsWith('-01-01') ? monthShort(day) : month(day);
    return {
      key: day,
      label: isNamed ? name : '',
      value: leads,
      part: passed,
      shown: isRoomy ? `${number(passed)}\nof ${number(leads)}` : '',
    };
  });
}
