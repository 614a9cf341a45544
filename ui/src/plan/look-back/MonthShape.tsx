/** How last year spread over its twelve months. Only the proportions matter: goals can be split the same way. */
import { act, tellError } from '../../api';
import { Bars, Block, ChartFrame, useFormats } from '../../shared';
import { MonthFields } from '../parts/MonthFields';
import type { SectionProps } from '../sectionProps';

export function MonthShape({ view, editable }: SectionProps) {
  const formats = useFormats();
  const { numbers, season_problem } = view.look_back;
  const { shape } = numbers;
  const months = view.months.map((month, place) => ({
    key: month,
    label: formats.monthShort(month),
    value: shape[place] ?? null,
  }));
  const save = (shape: number[]) => act('edit_look_back', { id: view.plan.id, change: { shape } });
  const most = months.reduce((one, other) => ((other.value ?? 0) > (one.value ?? 0) ? other : one));
  if (!editable && shape.length === 0) return null;
  return (
    <Block
      title="How the year spread over its months"
      lead="Leads or revenue by month, from the first month of the fiscal year. Only the proportions matter; a goal can be split the same way. You can paste twelve cells into the first field."
    >
      {shape.length > 0 && season_problem && <p role="status">{season_problem}</p>}
      {(most.value ?? 0) > 0 && (
        <ChartFrame
          title={`${most.label} was the strongest month`}
          says={months.map((month) => `${month.label} ${formats.number(month.value ?? 0)}`).join(', ')}
          table={{
            heads: ['Month', 'Last year'],
            rows: months.map((month) => [month.label, formats.number(month.value ?? 0)]),
          }}
        >
          <Bars
            low
            bars={months.map((month) => ({
              key: month.key,
              label: month.label,
              value: month.value ?? 0,
              shown: '',
            }))}
          />
        </ChartFrame>
      )}
      <MonthFields
        of="Last year’s shape"
        unit="count"
        parts={months}
        underBars={(most.value ?? 0) > 0}
        locked={!editable}
        save={(place, value) => save(months.map((month, at) => (at === place ? value : month.value) ?? 0))}
        saveAll={(values) => save(values).catch(tellError)}
      />
    </Block>
  );
}
