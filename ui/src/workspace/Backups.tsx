/** The backups there are, and the way back to one. A restore first keeps what is there now, so it can be undone. */
import { Button, Modal, Table } from '@mantine/core';
import { useState } from 'react';
import { type Backup, tell, useAsk } from '../api';
import { backupsInWords, Section, useFormats } from '../shared';
import { haveShell, saveCopy } from '../shared/shell';
import classes from './Settings.module.css';

export function Backups() {
  const backups = useAsk('list_backups', {});
  const [chosen, setChosen] = useState<Backup | null>(null);
  const space = useAsk('space_of_backups', {}).data;
  const { instant, number } = useFormats();
  const all = backups.data ?? [];
  const taken = space && backupsInWords(space, number);
  const restore = async (backup: Backup) => {
    setChosen(null);
    const done = await haveShell('restore_backup', { name: backup.name });
    if (done !== undefined)
      tell(`Back at ${instant(backup.made_at)}.`, 'What was there before is a backup, too.');
  };
  return (
    <Section
      id="backups"
      title="Backups and copies"
      lead="Made by themselves while you work, each checked before it is listed. A copy is yours to keep elsewhere."
      actions={<Button onClick={() => void saveCopy()}>Save a copy…</Button>}
    >
      {backups.isError && <p role="alert">{backups.error.message}</p>}
      {backups.isSuccess && all.length === 0 && (
        <p className="soft">There is none yet. The first is made within the hour.</p>
      )}
      {all.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard
        <section className={classes.scroll} tabIndex={0} aria-label="Backups">
          <Table>
            <Table.Tbody>
              {all.map((backup) => (
                <Table.Tr key={backup.name}>
                  <Table.Td>{instant(backup.made_at)}</Table.Td>
                  <Table.Td className="soft">{backup.why}</Table.Td>
                  <Table.Td align="right">
                    <Button size="compact-sm" onClick={() => setChosen(backup)}>
                      Go back to this
                      <span className="visually-hidden"> backup of {instant(backup.made_at)}</span>
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </section>
      )}
      {taken && <p className="soft small">{taken}</p>}
      <Modal
        opened={chosen !== null}
        onClose={() => setChosen(null)}
        title={chosen ? `Go back to ${instant(chosen.made_at)}?` : ''}
      >
        <p>
          Everything becomes what it was then, signatures included. What is there now is kept as a backup of
          its own, so you can come back.
        </p>
        <div className={classes.files}>
          <Button variant="filled" onClick={() => chosen && void restore(chosen)}>
            Go back
          </Button>
          <Button variant="subtle" onClick={() => setChosen(null)}>
            Stay here
          </Button>
        </div>
      </Modal>
    </Section>
  );
}
