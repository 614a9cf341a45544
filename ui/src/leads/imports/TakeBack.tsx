/** Taking an import back: says what goes back and what stays, before and after. */
import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { type TakenBack, tell, useAct } from '../../api';
import { useFormats } from '../../shared';

interface TakeBackProps {
  id: string;
  fileName: string;
  onDone?: () => void;
}

export function TakeBack({ id, fileName, onDone }: TakeBackProps) {
  const [asking, setAsking] = useState(false);
  const { number } = useFormats();
  const takeBack = useAct('revert_import');
  const run = async () => {
    const done = await takeBack.run({ import: id });
    if (!done) return;
    setAsking(false);
    tell(`“${fileName}” was taken back.`, inWords(done, number));
    onDone?.();
  };
  return (
    <>
      <Button size="compact-sm" onClick={() => setAsking(true)}>
        Take back<span className="visually-hidden"> {fileName}</span>
      </Button>
      <Modal opened={asking} onClose={() => setAsking(false)} title={`Take back “${fileName}”?`}>
        <p>
          Every record becomes what the other files make of it, and goes where no other file tells of it.
          Records that somebody edited since stay as they are. You will be told how many.
        </p>
        <p className="soft">To have it back afterwards, take the file in once more.</p>
        <Group mt="lg">
          <Button variant="filled" onClick={() => void run()} loading={takeBack.isRunning}>
            Take it back
          </Button>
          <Button variant="subtle" onClick={() => setAsking(false)}>
            Leave it in
          </Button>
        </Group>
      </Modal>
    </>
  );
}

/** Returns what became of the records, in words. */
export function inWords(done: TakenBack, number: (value: number) => string): string {
  const parts = [
    `${number(done.removed)} records went`,
    `${number(done.restored)} are what the other files make of them`,
  ];
  if (done.kept_edited > 0)
    parts.push(`${number(done.kept_edited)} stay, because somebody edited them since`);
  if (done.kept_changed_later > 0)
    parts.push(`${number(done.kept_changed_later)} stay, because another file tells of them, too`);
  return `${parts.join('; ')}.`;
}
