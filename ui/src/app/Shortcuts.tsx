/** Ctrl+/: all shortcuts there are just now. */
import { Kbd, Modal } from '@mantine/core';
import { useAllCommands } from '../shared/commands/commands';
import { keysInWords } from '../shared/commands/keys';
import classes from './Shortcuts.module.css';

export function Shortcuts({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const commands = useAllCommands().filter((command) => command.keys && command.keys.length > 0);
  return (
    <Modal opened={opened} onClose={onClose} title="Keyboard shortcuts" size="md">
      <dl className={classes.list}>
        {commands.map((command) => (
          <div key={command.id} className={classes.line}>
            <dt>{command.name}</dt>
            <dd>
              {command.keys?.map((keys) => (
                <Kbd key={keys} className={classes.keys}>
                  {keysInWords(keys)}
                </Kbd>
              ))}
            </dd>
          </div>
        ))}
        <div className={classes.line}>
          <dt>Take a line of a list, move it, drop it</dt>
          <dd>
            <Kbd className={classes.keys}>Space</Kbd>
            <Kbd className={classes.keys}>↑</Kbd>
            <Kbd className={classes.keys}>↓</Kbd>
          </dd>
        </div>
      </dl>
    </Modal>
  );
}
