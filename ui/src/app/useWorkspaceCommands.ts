/** The commands of an open workspace: where to go, back and forth, copies. A screen adds its own to these. */
import { useNavigate } from '@tanstack/react-router';
import { currentPlan, usePlans } from '../home/plans';
import { putAwayDone } from '../leads/import/anew';
import { type UiCommand, useUiCommands } from '../shared/commands/commands';
import { haveShell, saveCopy } from '../shared/shell';
import type { useUndo } from './undo';

interface WorkspaceParts {
  exportPlan: () => void;
  undo: ReturnType<typeof useUndo>;
  showHistory: () => void;
  openPalette: () => void;
}

export function useWorkspaceCommands({ undo, showHistory, exportPlan, openPalette }: WorkspaceParts) {
  const navigate = useNavigate();
  const plans = usePlans();
  const toPlan = (year: number) => void navigate({ to: '/plan/$year', params: { year: String(year) } });
  const current = currentPlan(plans);
  const ofYears: UiCommand[] = plans.map((plan) => ({
    id: `plan-${plan.year}`,
    name: `Plan ${plan.label}`,
    group: 'Go to',
    words: String(plan.year),
    run: () => toPlan(plan.year),
  }));
  useUiCommands([
    {
      id: 'go-home',
      name: 'Where we stand',
      group: 'Go to',
      words: 'home',
      run: () => void navigate({ to: '/' }),
    },
    ...ofYears,
    {
      id: 'go-plan',
      name: 'Plan of this year',
      group: 'Go to',
      run: () => (current ? toPlan(current.year) : void navigate({ to: '/' })),
    },
    {
      id: 'go-definition',
      name: 'Qualified lead',
      group: 'Go to',
      words: 'definition criteria verdict back-test promises',
      run: () => void navigate({ to: '/definition' }),
    },
    {
      id: 'go-leads',
      name: 'Leads',
      group: 'Go to',
      keys: ['mod+L'],
      words: 'at a glance acceptance sources',
      run: () => void navigate({ to: '/leads' }),
    },
    {
      id: 'go-ledger',
      name: 'Ledger of leads',
      group: 'Go to',
      words: 'list search lead',
      run: () => void navigate({ to: '/leads/ledger', search: {} }),
    },
    {
      id: 'go-funnel',
      name: 'Funnel by source',
      group: 'Go to',
      words: 'conversion campaign owner cost',
      run: () => void navigate({ to: '/leads/funnel', search: {} }),
    },
    {
      id: 'go-lost',
      name: 'Lost and ignored leads',
      group: 'Go to',
      words: 'untouched abandoned',
      run: () => void navigate({ to: '/leads/lost', search: {} }),
    },
    {
      id: 'go-imports',
      name: 'Imports',
      group: 'Go to',
      words: 'files taken in take back',
      run: () => void navigate({ to: '/leads/imports' }),
    },
    {
      id: 'go-sources',
      name: 'Sources and spellings',
      group: 'Go to',
      words: 'marketing sourced merge duplicate names campaign owner',
      run: () => void navigate({ to: '/leads/sources' }),
    },
    {
      id: 'take-in-leads',
      name: 'Take in leads…',
      group: 'Leads',
      keys: ['mod+I'],
      words: 'import csv xlsx crm export opportunities costs file',
      run: () => {
        void putAwayDone();
        void navigate({ to: '/leads/import', search: {} });
      },
    },
    {
      id: 'go-people',
      name: 'People and settings',
      group: 'Go to',
      keys: ['mod+,'],
      words: 'company currency backups language',
      run: () => void navigate({ to: '/people' }),
    },
    {
      id: 'save-copy',
      name: 'Save a copy…',
      group: 'Workspace',
      words: 'duplicate',
      run: () => void saveCopy(),
    },
    ...(plans.length > 0
      ? [
          {
            id: 'export-plan',
            name: 'Export plan…',
            group: 'Workspace' as const,
            keys: ['mod+P'],
            words: 'print pdf xlsx excel csv json',
            run: exportPlan,
          },
        ]
      : []),
    {
      id: 'close-workspace',
      name: 'Close the workspace',
      group: 'Workspace',
      run: () => void haveShell('close_workspace', {}),
    },
    {
      id: 'undo',
      name: undo.canUndo ? `Undo “${undo.canUndo}”` : 'Undo',
      group: 'Edit',
      keys: ['mod+Z'],
      run: undo.undoAny,
    },
    {
      id: 'redo',
      name: undo.canRedo ? `Redo “${undo.canRedo}”` : 'Redo',
      group: 'Edit',
      keys: ['mod+shift+Z', 'mod+Y'],
      run: undo.redoAny,
    },
    { id: 'history', name: 'History', group: 'View', words: 'journal changes who', run: showHistory },
    { id: 'palette', name: 'Search or do', group: 'Help', keys: ['mod+K', 'mod+F'], run: openPalette },
  ]);
}
