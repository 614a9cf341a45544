/** The views of the ledger that somebody named: one click instead of the same filters again. */
import { Button, Menu } from '@mantine/core';
import { IconBookmark, IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useAsk } from '../../../api';
import { useUiCommands } from '../../../shared';
import { asLedgerPlace, type LedgerPlace } from '../../places';
import { listsTheSame } from '../questions';
import { ManageViews } from './ManageViews';
import { SaveView } from './SaveView';

interface SavedViewsProps {
  place: LedgerPlace;
  go: (place: LedgerPlace) => void;
}

export function SavedViews({ place, go }: SavedViewsProps) {
  const views = useAsk('list_lead_views', {}).data ?? [];
  const [open, setOpen] = useState<'save' | 'manage' | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  // What opened the dialog is an item of a menu that is gone: the menu's button takes the keyboard back.
  const close = () => {
    setOpen(null);
    setTimeout(() => button.current?.focus());
  };
  const shown = views.find((view) => listsTheSame(view.leads, place));
  useUiCommands([
    { id: 'save-view', name: 'Save this view…', group: 'Leads', words: 'filter', run: () => setOpen('save') },
    ...views.map((view) => ({
      id: `view-${view.id}`,
      name: `Ledger: ${view.name}`,
      group: 'Go to',
      words: 'saved view filter',
      run: () => go(asLedgerPlace(view.leads)),
    })),
  ]);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            ref={button}
            leftSection={<IconBookmark size={16} aria-hidden />}
            rightSection={<IconChevronDown size={16} aria-hidden />}
          >
            {shown ? `View: ${shown.name}` : 'Views'}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.map((view) => (
            <Menu.Item
              key={view.id}
              leftSection={
                view === shown ? <IconCheck size={16} aria-hidden /> : <span style={{ width: 16 }} />
              }
              onClick={() => go(asLedgerPlace(view.leads))}
            >
              {view.name}
              {view === shown && <span className="visually-hidden">, shown now</span>}
            </Menu.Item>
          ))}
          {views.length > 0 && <Menu.Divider />}
          <Menu.Item disabled={shown !== undefined} onClick={() => setOpen('save')}>
            Save this view…
          </Menu.Item>
          {views.length > 0 && <Menu.Item onClick={() => setOpen('manage')}>Change the views…</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <SaveView opened={open === 'save'} place={place} close={close} />
      <ManageViews opened={open === 'manage'} views={views} place={place} close={close} />
    </>
  );
}
