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
    color: refusal ? 'var(--ls-ink)' : 'var(--ls-bad)',
  });
}

/** Tells that what was typed into a field that is gone could not be saved, with the text, so that it is not lost. */
export function tellLost(field: string, text: string, why: string) {
  notifications.show({
    id: `lost:${field}:${text}`,
    title: `Not saved: “${text}” in “${field}”.`,
    message: `${why} The text stands here until you close this message, so you can copy it.`,
    withBorder: true,
    autoClose: false,
    role: 'alert',
    color: 'var(--ls-bad)',
  });
}

/** Something that can be done about what was told. */
export interface Offer {
  name: string;
  run: () => void;
}

/** Tells how a setting is now, in place of what was told of it before. */
export function tellSetting(setting: string, title: string) {
  const id = `now:${setting}`;
  notifications.hide(id);
  notifications.show({ id, withBorder: true, autoClose: 2500, color: 'var(--ls-good)', title, message: '' });
}

/** Tells that something is done, with something to do next if there is. What has to be read besides stays until it is closed. */
export function tell(title: string, message = '', offer?: Offer) {
  const id = `done:${title}`;
  notifications.show({
    id,
    withBorder: true,
    autoClose: offer ? (message ? false : 12000) : 5000,
    color: 'var(--ls-good)',
    title: offer ? undefined : title,
    message: offer ? <Offered id={id} text={title} more={message} offer={offer} /> : message,
  });
}

function Offered({ id, text, more, offer }: { id: string; text: string; more?: string; offer: Offer }) {
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <div>
        <Text size="sm">{text}</Text>
        {more && (
          <Text size="sm" c="dimmed">
            {more}
          </Text>
        )}
      </div>
      <Button
        size="compact-sm"
        flex="none"
        onClick={() => {
          notifications.hide(id);
          offer.run();
        }}
      >
        {offer.name}
      </Button>
    </Group>
  );
}

const offers = new Set<string>();

/** Takes back every offer to undo: something else was done since, and undo would now mean that. */
export function withdrawUndoOffers() {
  for (const id of offers) notifications.hide(id);
  offers.clear();
}

/** Tells that something was done, and offers the way back if there is one. `undo` takes back the very step that it was. */
export function tellUndo(what: string, undo: (() => void) | null) {
  if (!undo) {
    tell(what);
    return;
  }
  const id = `undo:${what}:${Date.now()}`;
  offers.add(id);
  notifications.show({
    id,
    withBorder: true,
    autoClose: 9000,
    color: 'var(--ls-ink)',
    message: <Offered id={id} text={what} offer={{ name: 'Undo', run: undo }} />,
  });
}
