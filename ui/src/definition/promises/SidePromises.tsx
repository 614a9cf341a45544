/** What one side promises, and what it could promise besides. */
import { ActionIcon, Button } from '@mantine/core';
import { IconAlertTriangle, IconPlus, IconTrash } from '@tabler/icons-react';
import { type PromiseOffer, type PromiseView, useAct } from '../../api';
import { CountField, sideNames, TextField, useRemoval } from '../../shared';
import type { SectionProps } from '../sectionProps';
import classes from './Promises.module.css';

export function SidePromises({ side, view, editable }: SectionProps & { side: 'sales' | 'marketing' }) {
  const made = view.promises.filter((promise) => promise.side === side);
  const offers = view.offers.filter((offer) => offer.side === side);
  return (
    <>
      {made.length === 0 && (
        <p className={classes.none}>{sideNames[side]} makes no promise yet: promises run both ways.</p>
      )}
      <ul className={classes.promises}>
        {made.map((promise) => (
          <OnePromise key={promise.promise.id} view={promise} editable={editable} />
        ))}
      </ul>
      {editable && offers.length > 0 && (
        <div className={classes.offers}>
          {offers.map((offer) => (
            <Offer key={offer.kind} offer={offer} definition={view.definition.id} />
          ))}
        </div>
      )}
    </>
  );
}

/** In what the number of a promise is counted. */
const counted: Partial<Record<PromiseView['promise']['kind'], string>> = {
  accepted_leads: 'leads a month',
  first_touch: 'working days',
  decision: 'working days',
  attempts: 'attempts',
};

function OnePromise({ view, editable }: { view: PromiseView; editable: boolean }) {
  const { promise } = view;
  const edit = useAct('edit_promise');
  const remove = useRemoval('remove_promise');
  const change = (values: Partial<typeof promise>) => edit.attempt({ id: promise.id, change: values });
  return (
    <li id={promise.id} className={classes.promise}>
      <div className={classes.head}>
        <p className={classes.sentence}>
          {view.sentence}.
          {view.missing && (
            <span className={classes.needs}>
              <IconAlertTriangle size={15} aria-hidden /> needs {view.missing}
            </span>
          )}
        </p>
        {editable && (
          <ActionIcon
            size={28}
            aria-label={`Remove the promise: ${view.name}`}
            onClick={() => void remove({ id: promise.id }, view.name)}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        )}
      </div>
      {editable ? (
        <>
          {view.has_amount && (
            <div className={classes.pieces}>
              <div className={classes.amount}>
                <CountField
                  label={`${view.name}: how many ${counted[promise.kind] ?? ''}`}
                  hideLabel
                  value={promise.amount}
                  save={(amount) => change({ amount })}
                />
              </div>
              <span className={classes.joint}>{counted[promise.kind]}</span>
            </div>
          )}
          <TextField
            label={`What else was said about: ${view.name}`}
            hideLabel
            quiet
            className={classes.note}
            placeholder="anything else said about it?"
            value={promise.note}
            save={(note) => change({ note })}
          />
        </>
      ) : (
        promise.note && <p className={classes.noted}>{promise.note}</p>
      )}
    </li>
  );
}

function Offer({ offer, definition }: { offer: PromiseOffer; definition: string }) {
  const add = useAct('add_promise');
  return (
    <Button
      size="compact-md"
      leftSection={<IconPlus size={16} aria-hidden />}
      loading={add.isRunning}
      onClick={() => void add.run({ definition, values: { kind: offer.kind } })}
    >
      {offer.name}
    </Button>
  );
}
