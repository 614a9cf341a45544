/** The plan page's part of the command palette: the session, the comparison, and every section. */
import { useNavigate } from '@tanstack/react-router';
import { scrollThere, type UiCommand, useUiCommands } from '../shared';
import { allSections, sectionTitles } from './session/sections';

export function usePlanCommands(year: number) {
  const navigate = useNavigate();
  const commands: UiCommand[] = [
    {
      id: 'hold-session',
      name: 'Hold the planning session',
      group: 'Plan',
      words: 'projector meeting agenda',
      run: () => void navigate({ to: '/plan/$year/session', params: { year: String(year) } }),
    },
    {
      id: 'compare-years',
      name: 'Compare the years',
      group: 'Plan',
      run: () => void navigate({ to: '/compare' }),
    },
    ...allSections.map((section) => ({
      id: `section-${section}`,
      name: `Go to ${sectionTitles[section]}`,
      group: 'Plan',
      words: 'section',
      run: () => scrollThere(section),
    })),
  ];
  useUiCommands(commands);
}
