/** The quick choices of when: the fiscal quarters and the whole year, as first and last days. */
import type { PlanView } from '../../api';
import type { Formats } from '../../shared';

export interface Period {
  label: string;
  starts: string;
  ends: string;
}

function dayBefore(iso: string): string {
  const day = new Date(`${iso}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

/** Returns the four quarters and the year. */
export function periodsOf(view: PlanView): Period[] {
  const quarters = view.quarters.map((label, quarter) => {
    const next = view.months[quarter * 3 + 3];
    return {
      label,
      starts: view.months[quarter * 3] ?? view.first_day,
      ends: next ? dayBefore(next) : view.last_day,
    };
  });
  return [...quarters, { label: `All of ${view.label}`, starts: view.first_day, ends: view.last_day }];
}

/** Returns when something happens, in words; nothing when neither day is known. */
export function whenInWords(
  line: { starts: string | null; ends: string | null },
  view: PlanView,
  { day, locale }: Formats,
): string | null {
  const { starts, ends } = line;
  const known = periodsOf(view).find((period) => period.starts === starts && period.ends === ends);
  if (known) return known.label;
  if (starts && ends) return rangeInWords(starts, ends, locale);
  if (starts) return `from ${day(starts)}`;
  return ends ? `until ${day(ends)}` : null;
}

/** Returns two days as shortly as the language allows: "10–21 Nov 2026". */
function rangeInWords(starts: string, ends: string, locale: string): string {
  const inDays = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const at = (iso: string) => new Date(`${iso}T12:00:00Z`);
  return inDays.formatRange(at(starts), at(ends));
}
