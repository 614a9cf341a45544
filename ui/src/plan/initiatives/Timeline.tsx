/** The year at a glance: every initiative as a bar, by bucket. Grey, because colour would say something. */
import type { Initiative, PlanView } from '../../api';
import { ChartFrame, useFormats } from '../../shared';
import { whenInWords } from './periods';
import classes from './Timeline.module.css';

/** Returns a day's place in the year, from 0 to 100. */
function placeOf(day: string, view: PlanView): number {
  const at = (iso: string) => Date.parse(`${iso}T12:00:00Z`);
  const span = at(view.last_day) - at(view.first_day) + 86_400_000;
  return Math.min(100, Math.max(0, ((at(day) - at(view.first_day)) / span) * 100));
}

/** Returns where a bar begins and how long it is; a side without a day reaches to the end of the year. */
function barOf({ starts, ends }: Initiative, view: PlanView) {
  const x = starts ? placeOf(starts, view) : 0;
  const end = ends ? placeOf(ends, view) + 100 / 366 : 100;
  return { x, width: Math.max(0.8, Math.min(100, end) - x) };
}

export function Timeline({ view }: { view: PlanView }) {
  const formats = useFormats();
  const { lines, buckets } = view.initiatives;
  const groups = buckets
    .map((sum) => ({ sum, lines: lines.filter((line) => line.bucket === sum.bucket) }))
    .filter((group) => group.lines.length > 0);
  const undated = lines.filter((line) => !line.starts && !line.ends).length;
  const inWords = (line: Initiative) => whenInWords(line, view, formats) ?? 'no dates yet';
  const nameOf = (line: Initiative) => line.name || 'Without a name';
  const title =
    undated === 0
      ? `Every initiative has its place in ${view.label}`
      : `${undated} of ${lines.length} initiatives ${undated === 1 ? 'has' : 'have'} no dates yet`;
  return (
    <ChartFrame
      title={title}
      says={lines.map((line) => `${nameOf(line)}: ${inWords(line)}`).join('; ')}
      table={{
        heads: ['Initiative', 'Bucket', 'When'],
        rows: groups.flatMap((group) =>
          group.lines.map((line) => [nameOf(line), group.sum.name, inWords(line)]),
        ),
      }}
    >
      <div className={classes.timeline}>
        <Months view={view} />
        {groups.map((group) => (
          <div key={group.sum.bucket}>
            <div className={classes.bucket}>{group.sum.name}</div>
            {group.lines.map((line) => (
              <div key={line.id} className={classes.row}>
                <span className={classes.name}>{nameOf(line)}</span>
                {line.starts || line.ends ? (
                  <svg viewBox="0 0 100 10" preserveAspectRatio="none" className={classes.track} aria-hidden>
                    <rect height={10} className={classes.bar} {...barOf(line, view)}>
                      <title>{`${nameOf(line)}: ${inWords(line)}`}</title>
                    </rect>
                  </svg>
                ) : (
                  <span className={classes.undated}>no dates yet</span>
                )}
              </div>
            ))}
          </div>
        ))}
      </div>
    </ChartFrame>
  );
}

function Months({ view }: { view: PlanView }) {
  const { monthShort } = useFormats();
  return (
    <>
      <div className={classes.row}>
        <span />
        <div className={classes.quarters}>
          {view.quarters.map((quarter) => (
            <span key={quarter}>{quarter}</span>
          ))}
        </div>
      </div>
      <div className={classes.row} data-head>
        <span />
        <div className={classes.months}>
          {view.months.map((month) => (
            <span key={month}>{monthShort(month)}</span>
          ))}
        </div>
      </div>
    </>
  );
}
