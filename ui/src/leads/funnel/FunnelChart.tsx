/** The rows of the funnel beside each other, by one measure. */
import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { type FunnelRow, type LeadFunnelView, useAsk } from '../../api';
import { ChartFrame, keyIn, keysOf, useFormats } from '../../shared';
import { wayName } from '../parts/CountedBy';
import { type LevelBar, LevelBars } from '../parts/LevelBars';
import classes from './Funnel.module.css';
import { isFew, type Measure, type MeasureName, measures } from './measures';
import { rowName } from './names';

/** How many bars are drawn; the table has all rows. */
const drawn = 12;

interface FunnelChartProps {
  view: LeadFunnelView;
  by: string;
  period: { from?: string; to?: string };
}

export function FunnelChart({ view, by, period: { from, to } }: FunnelChartProps) {
  const formats = useFormats();
  const [name, setName] = useState<MeasureName>('leads');
  const measure: Measure = measures[name];
  const offered = keysOf(measures).filter((one) => view.rows.some((row) => measures[one].of(row) !== null));
  // Quarters stand in their order; everything else is ranked.
  const isTime = by.endsWith('quarter');
  const ranked = useAsk('lead_funnel', { by, from, to, sort: name }, { keep: true }).data?.rows ?? view.rows;
  const rows = isTime ? view.rows.slice(-drawn) : ranked.slice(0, drawn);
  const bars: LevelBar[] = rows.map((row) => ({
    key: rowName(row, by),
    label: rowName(row, by),
    value: measure.of(row),
    shown: measure.shown(row, formats),
    few: isFew(row, measure),
  }));
  return (
    <section aria-label="Chart" className={classes.chart}>
      <SegmentedControl
        aria-label="What the bars show"
        value={name}
        onChange={(wanted) => setName(keyIn(measures, wanted) ?? name)}
        data={offered.map((one) => ({ value: one, label: measures[one].name }))}
        className={classes.measures}
      />
      <ChartFrame
        title={finding(ranked, rows, measure, by, formats)}
        says={bars
          .map((bar) => `${bar.label}: ${bar.shown}${bar.few ? ', too few to compare' : ''}`)
          .join('; ')}
        table={{
          heads: [wayName(by), measure.name],
          rows: rows.map((row) => [rowName(row, by), measure.shown(row, formats)]),
        }}
        note={
          <>
            {bars.some((bar) => bar.few) && 'Hatched bars rest on fewer than 30 records and are not ranked. '}
            {view.rows.length > rows.length &&
              `${rows.length} of ${formats.number(view.rows.length)} are drawn; the table below has them all.`}
          </>
        }
      >
        <LevelBars bars={bars} />
      </ChartFrame>
    </section>
  );
}

/** Says which row is the first; `ranked` are all in their order, `rows` those that are drawn. */
function finding(
  ranked: readonly FunnelRow[],
  rows: readonly FunnelRow[],
  measure: Measure,
  by: string,
  formats: ReturnType<typeof useFormats>,
): string {
  const top = ranked.find((row) => rows.includes(row) && measure.of(row) !== null && !isFew(row, measure));
  if (!top || measure.of(top) === 0)
    return `${measure.name} by ${wayName(by)}: too few to say which is first`;
  // A larger number that rests on few must not stand below a headline that says this one is the largest.
  const larger = rows.some((row) => isFew(row, measure) && (measure.of(row) ?? 0) > (measure.of(top) ?? 0));
  const among = larger ? ', of those with 30 records or more' : '';
  return `${rowName(top, by)} ${measure.best}${among}: ${measure.shown(top, formats)}`;
}
