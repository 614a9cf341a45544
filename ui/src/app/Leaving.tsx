/** Asks before a screen goes on which something could not be saved. */
import { Button, Group, getDefaultZIndex, Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { askWhenLeaving, namesOfFields } from '../api';

interface Question {
  names: readonly string[];
  answer: (leave: boolean) => void;
}

/** The question itself. Mounted once. */
export function Leaving() {
  const [question, setQuestion] = useState<Question | null>(null);
  useEffect(
    () =>
      askWhenLeaving(
        (names) =>
          new Promise((resolve) => {
            setQuestion((before) => {
              before?.answer(false);
              return { names, answer: resolve };
            });
          }),
      ),
    [],
  );
  const answer = (leave: boolean) => {
    question?.answer(leave);
    setQuestion(null);
  };
  const one = new Set(question?.names).size === 1;
  return (
    <Modal
      opened={question !== null}
      onClose={() => answer(false)}
      // It stands in the page before the drawers and dialogs about which it asks, and lies over them all the same.
      zIndex={getDefaultZIndex('overlay')}
      title={`${namesOfFields(question?.names ?? [])} ${one ? 'is' : 'are'} not saved`}
    >
      <p>
        What is typed there is not in the file yet. Stay and finish it, or put it right where the field says
        why; or leave without it.
      </p>
      <Group justify="flex-end" mt="lg">
        <Button onClick={() => answer(true)}>Leave without it</Button>
        <Button variant="filled" onClick={() => answer(false)} data-autofocus>
          Stay here
        </Button>
      </Group>
    </Modal>
  );
}
