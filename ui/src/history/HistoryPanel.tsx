/** What was done, by whom and when, the latest first; each entry opens to the fields it changed, each restorable. */
import { Button, Drawer, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconArrowBackUp, IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { type Output, useAsk } from '../api';
import type { useUndo } from '../app/undo';
import { SideMark, useFormats } from '../shared';
import { EntryFields } from './EntryFields';
import classes from './HistoryPanel.module.css';

type Entry = Output<'history'>['entries'][number];

interface HistoryPanelProps {
  opened: boolean;
  onClose: () => void;
  undo: ReturnType<typeof useUndo>;
}

export function HistoryPanel({ opened, onClose, undo }: HistoryPanelProps) {
  return (
    <Drawer opened={opened} onClose={onClose} title="History" size="30rem">
      <History undo={undo} />
    </Drawer>
  );
}

const page = 50;

function History({ undo }: { undo: HistoryPanelProps['undo'] }) {
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 200);
  const [limit, setLimit] = useState(page);
  const history = useAsk('history', search ? { limit, search } : { limit }, { keep: true });
  const entries = history.data?.entries ?? [];
  return (
    <>
      <p className={classes.lead}>
        Everything that was done, for as long as this workspace has existed. Open an entry to see what it
        changed and to put a single field back.
      </p>
      <div className={classes.tools}>
        <TextInput
          aria-label="Search the history"
          placeholder="Search the history"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button
          leftSection={<IconArrowBackUp size={16} />}
          disabled={undo.canUndo === null}
          onClick={() => void undo.undoStep()}
        >
          Undo last step
        </Button>
      </div>
      {undo.canUndo && <p className={classes.next}>Undo would take back: {undo.canUndo}</p>}
      {history.isSuccess && !history.isPlaceholderData && entries.length === 0 && (
        <p className="soft">
          {search ? `Nothing in the history mentions “${search}”.` : 'Nothing was done yet.'}
        </p>
      )}
      <ol className={classes.list}>
        {entries.map((entry) => (
          <EntryLine key={entry.id} entry={entry} />
        ))}
      </ol>
      {history.data?.more && (
        <Button variant="subtle" onClick={() => setLimit(limit + page)} disabled={limit >= 500}>
          {limit >= 500 ? 'Search to see older entries' : 'Show older entries'}
        </Button>
      )}
      {history.isError && <p role="alert">{history.error.message}</p>}
    </>
  );
}

function EntryLine({ entry }: { entry: Entry }) {
  const [opened, setOpened] = useState(false);
  const { instant } = useFormats();
  return (
    <li className={classes.entry} data-kind={entry.kind}>
      <UnstyledButton className={classes.head} aria-expanded={opened} onClick={() => setOpened(!opened)}>
        {opened ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />}
        <span className={classes.what}>
          {entry.summary}
          <span className={classes.who}>
            {entry.side && <SideMark side={entry.side} size={10} />}
            {entry.person_name ?? 'Nobody had said who they are'} · {instant(entry.at)}
          </span>
        </span>
      </UnstyledButton>
      <Suspense fallback={null}>{opened && <EntryFields entry={entry.id} />}</Suspense>
    </li>
  );
}
