/** Last year's funnel: how many came how far, with the conversion between two stages and its n. */
import type { LookBackFigure } from '../../api';
import { ChartFrame, useFormats } from '../../shared';
import { FunnelBars } from '../parts/FunnelBars';
import type { SectionProps } from '../sectionProps';

const stages = [
  { key: 'leads', label: 'Leads', next: 'accepted_of_leads' },
  { key: 'accepted', label: 'Accepted', next: 'sql_of_accepted' },
  { key: 'sql', label: 'SQL', next: 'opportunities_of_sql' },
  { key: 'opportunities', label: 'Opportunities', next: 'won_of_opportunities' },
  { key: 'won', label: 'Won', next: null },
] as const;

export function LastYearFunnel({ view }: Pick<SectionProps, 'view'>) {
  const { number, rate } = useFormats();
  const { numbers, figures } = view.look_back;
  const figure = (key: string | null) => figures.find((line) => line.key === key);
  const conversion = (line: LookBackFigure | undefined) => {
    if (!line) return '';
    if (line.figure.value === null) return line.figure.because ?? '';
    return `${rate(line.figure.value, 1)}${line.n === null ? '' : `, n ${number(line.n)}`}`;
  };
  if (stages.every((stage) => numbers[stage.key] === null)) return null;

  const conversions = stages.flatMap((stage) => figure(stage.next) ?? []);
  const known = conversions.filter((line) => line.figure.value !== null);
  const narrowest = known.toSorted((one, other) => (one.figure.value ?? 0) - (other.figure.value ?? 0))[0];
  const title = narrowest
    ? `The narrowest passage: ${narrowest.label}, ${rate(narrowest.figure.value ?? 0, 1)}`
    : 'How many came how far';
  const shown = (value: number | null) => (value === null ? '–' : number(value));
  return (
    <ChartFrame
      title={title}
      says={stages
        .map((stage) => `${stage.label} ${shown(numbers[stage.key])}`)
        .concat(known.map((line) => `${line.label} ${conversion(line)}`))
        .join('; ')}
      table={{
        heads: ['Stage', 'In the year', 'Went on to the next'],
        rows: stages.map((stage) => [stage.label, shown(numbers[stage.key]), conversion(figure(stage.next))]),
      }}
      note={
        known.some((line) => line.period_ratio) &&
        'Period ratios: counts of the year beside each other, not the same leads followed through.'
      }
    >
      <FunnelBars
        stages={stages.map((stage) => ({
          key: stage.key,
          label: stage.label,
          value: numbers[stage.key],
          shown: shown(numbers[stage.key]),
          next: stage.next ? conversion(figure(stage.next)) : undefined,
        }))}
      />
    </ChartFrame>
  );
}
