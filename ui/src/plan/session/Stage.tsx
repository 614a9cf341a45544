/** The planning session: the sections of the plan, one at a time, and the closing. */
import { useCallback, useMemo } from 'react';
import type { PlanView } from '../../api';
import { SessionStage } from '../../shared/session/SessionStage';
import { AgendaEditor } from './AgendaEditor';
import { Closing } from './Closing';
import { useCapturing } from './capture';
import { OneSection } from './OneSection';
import { sectionTitles } from './sections';

interface StageProps {
  view: PlanView;
  /** Whether the file can be written. */
  writable: boolean;
  leave: () => void;
  isDark: boolean;
  setDark: (dark: boolean) => void;
}

export function Stage({ view, writable, ...rest }: StageProps) {
  const { agenda, parked, decisions, todos } = view.session;
  const stops = useMemo(
    () => agenda.map(({ id, section, minutes }) => ({ id, title: sectionTitles[section], minutes })),
    [agenda],
  );
  const sectionOf = (stop: string | undefined) =>
    agenda.find(({ id }) => id === stop)?.section ?? 'agreement';
  const stopOf = useCallback(
    (wanted: string) => agenda.find(({ section }) => section === wanted)?.id,
    [agenda],
  );
  const capturing = useCapturing(view);
  return (
    <SessionStage
      subject={view.plan.id}
      title={`Planning ${view.label}`}
      stops={stops}
      show={({ id }) => (
        <OneSection section={sectionOf(id)} view={view} editable={writable && view.locked === null} />
      )}
      close={(ways) => <Closing view={view} editable={writable} stops={stops} {...ways} />}
      editAgenda={(dialog) => <AgendaEditor view={view} {...dialog} />}
      capturing={(stop) => capturing(sectionOf(stop?.id))}
      counts={{
        parked: parked.filter(({ settled }) => !settled).length,
        decision: decisions.length,
        todo: todos.length,
      }}
      stopOf={stopOf}
      {...rest}
    />
  );
}
