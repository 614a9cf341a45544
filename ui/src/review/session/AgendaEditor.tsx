/** The agenda of a review: how many minutes each section may take, beside what it took the last time. */
import { Button, Modal } from '@mantine/core';
import { type AgendaLine, type ReviewView, useAct } from '../../api';
import { CountField, useFormats } from '../../shared';
import classes from '../../shared/session/Session.module.css';
import { lengthInWords } from '../../shared/session/timing';
import type { SessionClock } from '../../shared/session/useSessionClock';

interface AgendaEditorProps {
  view: ReviewView;
  editable: boolean;
  opened: boolean;
  onClose: () => void;
  /** The clock, while the meeting runs. */
  clock?: SessionClock;
}

export function AgendaEditor({ view, editable, opened, onClose, clock }: AgendaEditorProps) {
  const all = view.agenda.reduce((sum, { minutes }) => sum + minutes, 0);
  return (
    <Modal opened={opened} onClose={onClose} title={`The agenda: ${lengthInWords(all)}`} size="lg">
      <p className="soft">
        Suggested times are what the last review took, section by section. A section with 0 minutes is left
        out.
      </p>
      {view.agenda.map((line) => (
        <Line key={line.section} line={line} review={view.line.review.id} editable={editable} />
      ))}
      {clock && (
        <div className={classes.agendaFoot}>
          <Button variant="subtle" onClick={clock.startAgain}>
            Set the clock back to the start
          </Button>
        </div>
      )}
    </Modal>
  );
}

function Line({ line, review, editable }: { line: AgendaLine; review: string; editable: boolean }) {
  const { number } = useFormats();
  const set = useAct('set_agenda_minutes');
  const { section, name, minutes, took_last: last } = line;
  return (
    <div className={classes.agendaLine}>
      <span>
        {name}
        {last !== null && <span className="soft small"> took {number(last)} min last time</span>}
      </span>
      <CountField
        label={`Minutes for ${name}`}
        hideLabel
        value={minutes}
        // Emptied, what is offered holds again.
        save={(next) => set.attempt({ review, section, minutes: next ?? null })}
        locked={!editable}
      />
      <span>min</span>
      <span />
    </div>
  );
}
