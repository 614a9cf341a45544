/** The top of the window: whose workspace, whether it is saved, the way back, the palette, and who is here. */
import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconHistory, IconSearch } from '@tabler/icons-react';
import type { OpenWorkspace } from '../platform';
import { Hint } from '../shared';
import { keysInWords } from '../shared/commands/keys';
import { useIsTyping } from '../shared/fields/typingUndo';
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
        <UndoButton undo={undo} />
        <Step name={undo.canRedo} verb="Redo" keys="mod+shift+Z" run={undo.redoAny}>
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

/** Says what it takes back: the typing in the field that has the keyboard, else a step of the workspace. */
function UndoButton({ undo }: Pick<TopBarProps, 'undo'>) {
  const typing = useIsTyping();
  return (
    <Step
      name={undo.canUndo}
      says={typing ? 'Undo the typing in this field' : undefined}
      verb="Undo"
      keys="mod+Z"
      run={undo.undoAny}
    >
      <IconArrowBackUp size={19} aria-hidden />
    </Step>
  );
}

interface StepProps {
  /** What it would undo or redo; null when there is nothing. */
  name: string | null;
  /** What it says instead, when it is about something else. */
  says?: string;
  verb: 'Undo' | 'Redo';
  keys: string;
  run: () => void;
  children: React.ReactNode;
}

function Step({ name, says: instead, verb, keys, run, children }: StepProps) {
  const can = name !== null || instead !== undefined;
  const says = instead ?? (name ? `${verb} “${name}”` : `Nothing to ${verb.toLowerCase()}`);
  return (
    <Hint label={can ? `${says}  ${keysInWords(keys)}` : says}>
      <ActionIcon
        size={34}
        aria-label={says}
        className={classes.step}
        aria-disabled={!can}
        // The keyboard stays in the field, whose typing goes back first.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => can && run()}
      >
        {children}
      </ActionIcon>
    </Hint>
  );
}
