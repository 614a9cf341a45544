/** Short messages at the edge of the window: what failed and why, what was removed and how to get it back. */
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { asCallError, type CallError } from './errors';

/** Tells what went wrong, in the core's words. A refusal explains a rule and does not look like a fault. */
export function tellError(thrown: CallError | unknown) {
  const error = asCallError(thrown);
  const refusal = error.code === 'refused' || error.code === 'invalid' || error.code === 'conflict';
  notifications.show({
    // The same words twice are one message.
    id: `error:${error.message}`,
    title: error.message,
    message: error.hint ?? '',
    withBorder: true,
    autoClose: refusal ? 9000 : false,
    role: 'alert',
    className: refusal ? 'ls-refusal' : 'ls-failure',
  });
}

/** Tells that something is done. */
export function tell(title: string, message = '') {
  notifications.show({ id: `done:${title}`, title, message, withBorder: true, autoClose: 5000 });
}

const offers = new Set<string>();

/** Takes back every offer to undo: something else was done since, and undo would now mean that. */
export function withdrawUndoOffers() {
  for (const id of offers) notifications.hide(id);
  offers.clear();
}

/** Tells that something was removed, and offers the way back. */
export function tellUndo(what: string, undo: () => void) {
  const id = `undo:${what}:${Date.now()}`;
  offers.add(id);
  notifications.show({
    id,
    withBorder: true,
    autoClose: 9000,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">{what}</Text>
        <Button
          size="compact-sm"
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          Undo
        </Button>
      </Group>
    ),
  });
}
