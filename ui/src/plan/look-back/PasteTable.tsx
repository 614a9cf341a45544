/**
 * Takes in rows copied from a spreadsheet. What was pasted is shown as a table first; the core then reads it and says
 * what it took and what it left out.
 */
import { Button, Group, Modal, Stack, Table, Textarea } from '@mantine/core';
import { type ClipboardEvent, useEffect, useState } from 'react';
import { asCallError, inWords, type Taken, useAct } from '../../api';
import { tellTaken } from './taken';

/** Returns a table that is being pasted, and keeps it out of the field it was pasted into; null for ordinary text. */
export function pastedTable(event: ClipboardEvent): string | null {
  const text = event.clipboardData.getData('text/plain');
  if (!text.trim().includes('\t')) return null;
  event.preventDefault();
  return text;
}

interface PasteTableProps {
  opened: boolean;
  /** What was pasted already. */
  first: string;
  title: string;
  lead: string;
  /** What the columns mean. */
  heads: readonly string[];
  onClose: () => void;
  take: (text: string) => Promise<Taken>;
}

export function PasteTable({ opened, first, title, lead, heads, onClose, take }: PasteTableProps) {
  const [text, setText] = useState(first);
  const [error, setError] = useState<string | null>(null);
  const undo = useAct('undo');
  useEffect(() => {
    if (opened) setText(first);
    setError(null);
  }, [opened, first]);
  const read = async () => {
    try {
      const taken = await take(text);
      onClose();
      tellTaken(taken, 'the pasted table', () => void undo.run({}));
    } catch (thrown) {
      setError(inWords(asCallError(thrown)));
    }
  };
  return (
    <Modal opened={opened} onClose={onClose} title={title} size="lg">
      <Stack gap="md">
        <Textarea
          data-autofocus
          label="The rows"
          description={lead}
          placeholder={`${heads.join('    ')}\n…`}
          minRows={3}
          maxRows={6}
          value={text}
          error={error}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setError(null);
          }}
        />
        <Preview text={text} heads={heads} />
        <Group justify="flex-end">
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="filled" disabled={text.trim() === ''} onClick={() => void read()}>
            Take these rows in
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

const shownRows = 6;

function Preview({ text, heads }: { text: string; heads: readonly string[] }) {
  const rows = text
    .split(/\r\n|\r|\n/)
    .filter((row) => row.trim() !== '')
    .map((row) => row.split('\t'));
  if (rows.length === 0) return null;
  return (
    <Table.ScrollContainer minWidth={360} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table withRowBorders>
        <caption className="visually-hidden">What was pasted, as a table</caption>
        <Table.Thead>
          <Table.Tr>
            {heads.map((head, column) => (
              <Table.Th key={head} scope="col" className={column > 0 ? 'number' : undefined}>
                {head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.slice(0, shownRows).map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: pasted rows have no identity but their place
            <Table.Tr key={row}>
              {heads.map((head, column) => (
                <Table.Td key={head} className={column > 0 ? 'number' : undefined}>
                  {cells[column]?.trim()}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {rows.length > shownRows && <p className="small faint">and {rows.length - shownRows} more rows</p>}
    </Table.ScrollContainer>
  );
}
