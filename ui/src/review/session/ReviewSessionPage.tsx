/** The review on the projector: one section at a time, the agenda beside it. */
import { useNavigate, useParams } from '@tanstack/react-router';
import { type ReviewView, useAsk } from '../../api';
import { DaysWithin, EmptyState, useFormats } from '../../shared';
import { useOpenWorkspace } from '../../shared/openWorkspace';
import classes from '../../shared/session/Session.module.css';
import { SessionStage } from '../../shared/session/SessionStage';
import { useProjector } from '../../shared/session/useProjector';
import { yearFrom } from '../sections';
import { capitalised } from '../words';
import { AgendaEditor } from './AgendaEditor';
import { Closing } from './Closing';
import { useCapturing } from './capture';
import { OneSection } from './OneSection';
import { sectionOf, stopsOf } from './stops';

export function ReviewSessionPage() {
  const { review } = useParams({ from: '/review/$review/session' });
  const navigate = useNavigate();
  const projector = useProjector();
  const { today } = useFormats();
  const opened = useAsk('open_review', { id: review });
  const { read_only: readOnly } = useOpenWorkspace();
  if (opened.isError) {
    return (
      <main className={classes.alone}>
        <EmptyState title={opened.error.message}>{opened.error.hint}</EmptyState>
      </main>
    );
  }
  if (!opened.data) return null;
  // What is closed is signed next.
  const isClosed = opened.data.line.review.closed_at !== null;
  const leave = () =>
    void navigate({
      to: '/review/$review',
      params: { review },
      hash: isClosed ? 'agreement' : undefined,
    });
  return (
    <DaysWithin value={yearFrom(today())}>
      <Stage key={review} view={opened.data} writable={readOnly === null} leave={leave} {...projector} />
    </DaysWithin>
  );
}

interface StageProps {
  view: ReviewView;
  writable: boolean;
  leave: () => void;
  isDark: boolean;
  setDark: (dark: boolean) => void;
}

function Stage({ view, writable, ...rest }: StageProps) {
  const { review, called } = view.line;
  const editable = writable && review.closed_at === null;
  const section = { view, editable, writable };
  const stops = stopsOf(view.agenda);
  const capturing = useCapturing(review.id);
  return (
    <SessionStage
      subject={review.id}
      title={capitalised(called)}
      stops={stops}
      show={({ id }) => <OneSection section={sectionOf(view.agenda, id)} {...section} />}
      close={(ways) => <Closing {...section} stops={stops} {...ways} />}
      editAgenda={(dialog) => <AgendaEditor view={view} editable={editable} {...dialog} />}
      capturing={() => (editable ? capturing : null)}
      counts={{
        parked: view.parked.filter(({ settled }) => !settled).length,
        decision: view.decisions.length,
        todo: view.actions.length,
      }}
      {...rest}
    />
  );
}
