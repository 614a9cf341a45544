/** The top of the window: whose workspace, whether it is saved, the way back, the palette, and who is here. */
import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconHistory, IconSearch } from '@tabler/icons-react';
import type { OpenWorkspace } from '../platform';
import { Hint } from '../shared';
import { keysInWords } from '../shared/commands/keys';
import { SaveWords } from './SaveWords';
import classes from './TopBar.module.css';
import type { useUndo } from './undo';
import { WhoIsHere } from './WhoIsHere';

interface TopBarProps {
  company: string;
  workspace: OpenWorkspace;
  undo: ReturnType<typeof useUndo>;
  onHistory: () => void;
  onPalette: () => void;
}

export function TopBar({ company, workspace, undo, onHistory, onPalette }: TopBarProps) {
  return (
    <section className={classes.bar} aria-label="This workspace">
      <div className={classes.left}>
        <span className={classes.company}>{company}</span>
        {workspace.is_sample && (
          <span className={classes.readOnly}>
            Sample<span className="visually-hidden">: nothing done here touches your own work</span>
          </span>
        )}
        {workspace.read_only && (
          <Hint label={workspace.read_only} always>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the reason must be reachable by keyboard */}
            <span className={classes.readOnly} tabIndex={0}>
              Read only<span className="visually-hidden">: {workspace.read_only}</span>
            </span>
          </Hint>
        )}
        <SaveWords />
      </div>
      <div className={classes.right}>
        <Step name={undo.canUndo} verb="Undo" keys="mod+Z" run={undo.undoStep}>
          <IconArrowBackUp size={19} aria-hidden />
        </Step>
        <Step name={undo.canRedo} verb="Redo" keys="mod+shift+Z" run={undo.redoStep}>
          <IconArrowForwardUp size={19} aria-hidden />
        </Step>
        <Hint label="History">
          <ActionIcon size={34} aria-label="History" onClick={onHistory}>
            <IconHistory size={19} aria-hidden />
          </ActionIcon>
        </Hint>
        <UnstyledButton className={classes.search} onClick={onPalette}>
          <IconSearch size={16} aria-hidden />
          <span>Search or do…</span>
          <kbd className={classes.kbd}>{keysInWords('mod+K')}</kbd>
        </UnstyledButton>
        <WhoIsHere />
      </div>
    </section>
  );
}

interface StepProps {
  /** What it would undo or redo; null when there is nothing. */
  name: string | null;
  verb: 'Undo' | 'Redo';
  keys: string;
  run: () => Promise<void>;
  children: React.ReactNode;
}

function Step({ name, verb, keys, run, children }: StepProps) {
  const says = name ? `${verb} “${name}”` : `Nothing to ${verb.toLowerCase()}`;
  return (
    <Hint label={name ? `${says}  ${keysInWords(keys)}` : says}>
      <ActionIcon
        size={34}
        aria-label={says}
        className={classes.step}
        aria-disabled={name === null}
        onClick={() => name !== null && void run()}
      >
        {children}
      </ActionIcon>
    </Hint>
  );
}
