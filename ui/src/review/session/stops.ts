/** The stops of a review's meeting: the sections of its agenda that have minutes. */
import type { AgendaLine, AgendaSection, WorksheetSection } from '../../api';
import type { SessionStop } from '../../shared/session/stops';

/** Returns the stops, in the order of the agenda. A section without minutes is left out. */
export function stopsOf(agenda: readonly AgendaLine[]): SessionStop[] {
  return agenda
    .filter(({ minutes }) => minutes > 0)
    .map(({ section, name, minutes }) => ({ id: section, title: name, minutes }));
}

/** Returns the section at a stop. */
export function sectionOf(agenda: readonly AgendaLine[], stop: string): AgendaSection {
  return agenda.find(({ section }) => section === stop)?.section ?? 'outcomes';
}

/** Which parts of the worksheet stand in a section; nothing where it shows none. */
export const partsOf: Readonly<Record<AgendaSection, WorksheetSection | null>> = {
  goals: null,
  funnel: 'funnel',
  promises: 'promises',
  field: 'field',
  initiatives: 'initiatives',
  collateral: 'collateral',
  last_time: null,
  sides: null,
  outcomes: null,
};

/** Returns how many minutes each section took, for those that were on screen. */
export function minutesTaken(agenda: readonly AgendaLine[], seconds: Readonly<Record<string, number>>) {
  return agenda
    .filter(({ section }) => (seconds[section] ?? 0) > 0)
    .map(({ section }) => ({ section, minutes: Math.min(600, Math.round((seconds[section] ?? 0) / 60)) }));
}
