/** The commands that are there whether or not a workspace is open. */
import { useMantineColorScheme } from '@mantine/core';
import { tellError, tellSetting } from '../api';
import { toggleFullScreen } from '../platform';
import { useUiCommands } from '../shared/commands/commands';
import { haveShell } from '../shared/shell';
import { router } from './router';
import { showInSize, stepped, textSize } from './textSize';

const tellSize = (size: number) => tellSetting('text size', `Everything is shown at ${size} %.`);

interface WindowParts {
  startNew: () => void;
  showShortcuts: () => void;
  showAbout: () => void;
}

const next = { auto: 'light', light: 'dark', dark: 'auto' } as const;
const inWords = { auto: 'as the system', light: 'light', dark: 'dark' } as const;

export function useWindowCommands({ startNew, showShortcuts, showAbout }: WindowParts) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  useUiCommands([
    {
      id: 'new-workspace',
      name: 'New workspace…',
      group: 'Workspace',
      keys: ['mod+N'],
      words: 'start',
      run: startNew,
    },
    {
      id: 'open-workspace',
      name: 'Open…',
      group: 'Workspace',
      keys: ['mod+O'],
      words: 'file workspace',
      run: () => void haveShell('open_dialog', {}),
    },
    {
      id: 'open-sample',
      name: 'Look round the sample',
      group: 'Workspace',
      words: 'example demo',
      run: () => void haveShell('open_sample', {}),
    },
    {
      id: 'appearance',
      name: 'Light or dark',
      group: 'View',
      description: `now ${inWords[colorScheme]}`,
      words: 'theme colour appearance',
      run: () => {
        setColorScheme(next[colorScheme]);
        tellSetting('appearance', `The window is now ${inWords[next[colorScheme]]}.`);
      },
    },
    {
      id: 'full-screen',
      name: 'Full screen',
      group: 'View',
      keys: ['F11'],
      run: () => void toggleFullScreen().catch(tellError),
    },
    {
      id: 'larger',
      name: 'Larger text',
      group: 'View',
      keys: ['mod+plus', 'mod+='],
      description: `now ${textSize()} %`,
      words: 'zoom in size projector',
      run: () => tellSize(showInSize(stepped(textSize(), 1))),
    },
    {
      id: 'smaller',
      name: 'Smaller text',
      group: 'View',
      keys: ['mod+-'],
      words: 'zoom out size',
      run: () => tellSize(showInSize(stepped(textSize(), -1))),
    },
    {
      id: 'usual-size',
      name: 'Text in its usual size',
      group: 'View',
      keys: ['mod+0'],
      words: 'zoom reset 100',
      run: () => tellSize(showInSize(100)),
    },
    {
      id: 'guide',
      name: 'Guide',
      group: 'Help',
      keys: ['F1'],
      words: 'help how',
      run: () => void router.navigate({ to: '/help' }),
    },
    { id: 'shortcuts', name: 'Keyboard shortcuts', group: 'Help', keys: ['mod+/'], run: showShortcuts },
    { id: 'about', name: 'About Lockstep', group: 'Help', words: 'version licence', run: showAbout },
  ]);
}
