/** What can be done with the review as a whole, by where it stands. */
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconPresentation } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { leaveAnd, type ReviewView, useAct } from '../../api';
import { scrollThere, useFormats, useUndoOffer } from '../../shared';
import { ConfirmDialog } from '../../shared/dialogs/ConfirmDialog';
import { AgendaEditor } from '../session/AgendaEditor';
import { kindInWords } from '../words';

export function ReviewActions({ view }: { view: ReviewView }) {
  return (
    <>
      <More view={view} />
      <Next view={view} />
    </>
  );
}

/** The one next step. */
function Next({ view }: { view: ReviewView }) {
  const navigate = useNavigate();
  const { today, day } = useFormats();
  const [isAsking, setAsking] = useState(false);
  const begin = useAct('begin_review');
  const { line } = view;
  // Begun early, it cannot be closed before its period is over.
  const isEarly = today() <= line.to;
  const { id } = line.review;
  const hold = () => navigate({ to: '/review/$review/session', params: { review: id } });
  const beginIt = async () => {
    if (await begin.run({ id })) await hold();
  };
  if (line.state === 'preparing') {
    return (
      <>
        <Button
          variant="filled"
          leftSection={<IconPresentation size={18} aria-hidden />}
          loading={begin.isRunning}
          onClick={() => leaveAnd(() => (isEarly ? setAsking(true) : void beginIt()))}
        >
          Hold the {kindInWords(line)}
        </Button>
        <ConfirmDialog
          title="Its period is not over"
          opened={isAsking}
          onClose={() => setAsking(false)}
          confirm="Begin it now"
          onConfirm={() => void beginIt()}
        >
          The {line.called} looks at days until {day(line.to)}. You can begin now, but close and sign it only
          once they have passed.
        </ConfirmDialog>
      </>
    );
  }
  if (line.state === 'in_session') {
    return (
      <Button
        variant="filled"
        leftSection={<IconPresentation size={18} aria-hidden />}
        onClick={() => leaveAnd(() => void hold())}
      >
        Resume the {kindInWords(line)}
      </Button>
    );
  }
  if (line.unsigned.length === 0) return null;
  return (
    <Button variant="filled" onClick={() => scrollThere('agreement')}>
      Go to the signatures
    </Button>
  );
}

function More({ view }: { view: ReviewView }) {
  const { line, agreement, amended_on: amendedOn } = view;
  const [isEditing, setEditing] = useState(false);
  const navigate = useNavigate();
  const reopen = useAct('reopen_review');
  const remove = useAct('remove_review');
  const takeBack = useAct('remove_amendment');
  const offerUndo = useUndoOffer();
  const { id } = line.review;
  const { proposed, in_force: inForce, differences } = agreement;
  const removeIt = async () => {
    const done = await remove.runStep({ id });
    if (!done) return;
    offerUndo(`Took the ${line.called} off the calendar.`, done.step);
    await navigate({ to: '/review' });
  };
  const canReopen = line.state === 'closed' && !proposed && !inForce;
  // An amendment that both have signed stays; one that is not is what differs from what they signed.
  const canTakeBack = amendedOn !== null && !proposed && (!inForce || differences.length > 0);
  const items = [
    line.review.closed_at === null && (
      <Menu.Item key="agenda" onClick={() => setEditing(true)}>
        Change the agenda
      </Menu.Item>
    ),
    line.state === 'preparing' && (
      <Menu.Item key="remove" onClick={() => leaveAnd(() => void removeIt())}>
        Take it off the calendar
      </Menu.Item>
    ),
    canReopen && (
      <Menu.Item key="reopen" onClick={() => void reopen.run({ id })}>
        Open it again
      </Menu.Item>
    ),
    canTakeBack && (
      <Menu.Item key="amendment" onClick={() => void takeBack.run({ id })}>
        Remove the amendment
      </Menu.Item>
    ),
  ].filter((item) => item !== false);
  if (items.length === 0) return null;
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon size={36} variant="default" aria-label="More about this review">
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>{items}</Menu.Dropdown>
      </Menu>
      <AgendaEditor view={view} editable opened={isEditing} onClose={() => setEditing(false)} />
    </>
  );
}
