/** The year at a glance: every initiative as a bar, by bucket. Grey, because colour would say something. */
import type { Initiative, PlanView } from '../../api';
import { ChartFrame, useFormats } from '../../shared';
import { whenInWords } from './periods';
import classes from './Timeline.module.css';

const rowHeight = 26;
const headHeight = 34;
const bucketHeight = 24;
const left = 236;
const width = 960;

/** Returns a day's place in the year, from 0 to 1. */
function placeOf(day: string, view: PlanView): number {
  const at = (iso: string) => Date.parse(`${iso}T12:00:00Z`);
  const span = at(view.last_day) - at(view.first_day) + 86_400_000;
  return Math.min(1, Math.max(0, (at(day) - at(view.first_day)) / span));
}

function barOf(line: Initiative, view: PlanView) {
  const day = 1 / 366;
  const starts = line.starts ? placeOf(line.starts, view) : placeOf(line.ends ?? view.first_day, view);
  const ends = (line.ends ? placeOf(line.ends, view) : placeOf(line.starts ?? view.last_day, view)) + day;
  const x = left + starts * (width - left);
  return { x, width: Math.max(6, Math.min(ends, 1) * (width - left) + left - x) };
}

export function Timeline({ view }: { view: PlanView }) {
  const formats = useFormats();
  const groups = view.initiatives.buckets
    .map((sum) => ({ sum, lines: view.initiatives.lines.filter((line) => line.bucket === sum.bucket) }))
    .filter(({ lines }) => lines.length > 0);
  const undated = view.initiatives.lines.filter((line) => !line.starts && !line.ends).length;
  const inWords = (line: Initiative) => whenInWords(line, view, formats) ?? 'no dates yet';
  const nameOf = (line: Initiative) => line.name || 'Without a name';
  const title =
    undated === 0
      ? `Every initiative has its place in ${view.label}`
      : `${undated} of ${view.initiatives.lines.length} initiatives ${undated === 1 ? 'has' : 'have'} no dates yet`;
  let y = headHeight;
  const rows = groups.flatMap(({ sum, lines }) => {
    const head = { kind: 'bucket' as const, key: sum.bucket, name: sum.name, y };
    y += bucketHeight;
    const bars = lines.map((line) => {
      const row = { kind: 'line' as const, key: line.id, line, y };
      y += rowHeight;
      return row;
    });
    y += 6;
    return [head, ...bars];
  });
  return (
    <ChartFrame
      title={title}
      says={view.initiatives.lines.map((line) => `${nameOf(line)}: ${inWords(line)}`).join('; ')}
      table={{
        heads: ['Initiative', 'Bucket', 'When'],
        rows: groups.flatMap(({ sum, lines }) =>
          lines.map((line) => [nameOf(line), sum.name, inWords(line)]),
        ),
      }}
    >
      <svg viewBox={`0 0 ${width} ${y}`} className={classes.timeline} aria-hidden>
        <Months view={view} height={y} />
        {rows.map((row) =>
          row.kind === 'bucket' ? (
            <text key={row.key} x={0} y={row.y + 16} className={classes.bucket}>
              {row.name}
            </text>
          ) : (
            <g key={row.key}>
              <text x={0} y={row.y + 17} className={classes.name}>
                {clipped(nameOf(row.line))}
              </text>
              {row.line.starts || row.line.ends ? (
                <rect y={row.y + 6} height={14} rx={3} className={classes.bar} {...barOf(row.line, view)}>
                  <title>{`${nameOf(row.line)}: ${inWords(row.line)}`}</title>
                </rect>
              ) : (
                <text x={left + 6} y={row.y + 17} className={classes.undated}>
                  no dates yet
                </text>
              )}
            </g>
          ),
        )}
      </svg>
    </ChartFrame>
  );
}

/** Returns a name that fits beside the bars; the whole one stands in the list, the table and the bar's title. */
function clipped(name: string): string {
  return name.length > 34 ? `${name.slice(0, 33).trimEnd()}…` : name;
}

function Months({ view, height }: { view: PlanView; height: number }) {
  const { monthShort } = useFormats();
  const column = (width - left) / 12;
  return (
    <>
      {view.months.map((month, index) => (
        <g key={month}>
          {index % 3 === 0 && (
            <>
              <line
                x1={left + index * column}
                x2={left + index * column}
                y1={0}
                y2={height}
                className={classes.rule}
              />
              <text x={left + index * column + 6} y={11} className={classes.quarter}>
                {view.quarters[index / 3]}
              </text>
            </>
          )}
          <text x={left + index * column + 6} y={27} className={classes.month}>
            {monthShort(month)}
          </text>
        </g>
      ))}
      <line x1={left} x2={width} y1={headHeight - 1} y2={headHeight - 1} className={classes.rule} />
    </>
  );
}
