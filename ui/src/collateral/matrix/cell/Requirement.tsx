/** Whether pieces are required in a cell. That none is needed takes a reason, and can be taken back. */
import { Button, Switch } from '@mantine/core';
import { useState } from 'react';
import { type MatrixCell, useAct } from '../../../api';
import { ReasonDialog } from '../../piece/ReasonDialog';
import classes from './Cell.module.css';

export function Requirement({ cell, editable }: { cell: MatrixCell; editable: boolean }) {
  const mark = useAct('mark_matrix');
  const [asking, setAsking] = useState(false);
  const { persona, phase, is_required, is_decided, not_needed_because } = cell;
  const require = () => mark.run({ persona, phase, is_required: true });
  return (
    <section aria-label="Are pieces required here?" className={classes.requirement}>
      <Switch
        label="Pieces are required here"
        checked={is_required}
        disabled={!editable || mark.isRunning}
        // Off is a decision that both sides should understand: it is asked why first.
        onChange={({ currentTarget }) => (currentTarget.checked ? void require() : setAsking(true))}
      />
      {is_required && !is_decided && (
        <p className={classes.reason}>Because they need to know something here.</p>
      )}
      {not_needed_because !== '' && (
        <p className={classes.reason}>Not needed, because: {not_needed_because}</p>
      )}
      {editable && (
        <Button
          variant="subtle"
          size="compact-md"
          onClick={() => (not_needed_because === '' ? setAsking(true) : void require())}
        >
          {not_needed_because === '' ? 'Not needed, because…' : 'Needed after all'}
        </Button>
      )}
      <ReasonDialog
        title="No piece needed"
        label="Why is no piece needed here?"
        opened={asking}
        onClose={() => setAsking(false)}
        act={(because) => mark.attempt({ persona, phase, is_required: false, because })}
      />
    </section>
  );
}
