/** The saved views one by one: another name, other leads, or gone. */
import { Button, Group, Modal } from '@mantine/core';
import { type SavedLeadView, useAct } from '../../../api';
import { TextField, useRemoval, useUndoOffer } from '../../../shared';
import { asLedgerPlace, type LedgerPlace } from '../../places';
import { listsTheSame, questionOf } from '../questions';
import classes from './Views.module.css';
import { WhatIsListed } from './WhatIsListed';

interface ManageViewsProps {
  opened: boolean;
  views: readonly SavedLeadView[];
  /** What the ledger shows now. */
  place: LedgerPlace;
  close: () => void;
}

export function ManageViews({ opened, views, place, close }: ManageViewsProps) {
  return (
    <Modal opened={opened} onClose={close} title="Saved views" size="lg" returnFocus={false}>
      {views.length === 0 ? (
        <p className="soft">No view is saved any more. Undo brings the last one back.</p>
      ) : (
        <ul className={classes.views}>
          {views.map((view) => (
            <ViewLine key={view.id} view={view} place={place} />
          ))}
        </ul>
      )}
      <Group mt="lg">
        <Button variant="filled" onClick={close}>
          Done
        </Button>
      </Group>
    </Modal>
  );
}

function ViewLine({ view, place }: { view: SavedLeadView; place: LedgerPlace }) {
  const edit = useAct('edit_lead_view');
  const offerUndo = useUndoOffer();
  const remove = useRemoval('remove_lead_view');
  const lists = asLedgerPlace(view.leads);
  const replace = async () => {
    const now = await edit.runStep({ id: view.id, leads: questionOf(place) });
    if (now) offerUndo(`“${now.outcome.name}” lists what the ledger shows now.`, now.step);
  };
  const ofView = <span className="visually-hidden"> for “{view.name}”</span>;
  return (
    <li>
      <TextField
        label={`Name of the view “${view.name}”`}
        hideLabel
        needed
        value={view.name}
        save={(name) => edit.attempt({ id: view.id, name })}
      />
      <WhatIsListed place={lists} />
      <Group gap="xs">
        <Button size="compact-sm" disabled={listsTheSame(lists, place)} onClick={() => void replace()}>
          Take what is shown now{ofView}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => void remove({ id: view.id }, `the view ${view.name}`)}
        >
          Remove<span className="visually-hidden"> the view “{view.name}”</span>
        </Button>
      </Group>
    </li>
  );
}
