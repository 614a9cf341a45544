/** The fields one entry changed: before and after, and the way back for each. */
import { Button } from '@mantine/core';
import { use } from 'react';
import { tell, useAct, useAsk } from '../api';
import classes from './HistoryPanel.module.css';
import { fieldInWords, namesOfFields } from './words';

export function EntryFields({ entry }: { entry: string }) {
  const called = use(namesOfFields);
  const details = useAsk('open_entry', { entry });
  const restore = useAct('restore_field');
  if (details.isError) return <p role="alert">{details.error.message}</p>;
  if (!details.data) return null;
  if (details.data.fields.length === 0)
    return <p className={classes.none}>It changed no field you can see.</p>;
  return (
    <ul className={classes.fields}>
      {details.data.fields.map((field) => (
        <li key={`${field.row}.${field.field}`} className={classes.field}>
          <div>
            <span className={classes.name}>
              {field.name ? `${field.name}: ` : ''}
              {fieldInWords(called, field.table, field.field)}
            </span>
            <div>
              <del className={classes.before}>{field.before_text ?? 'nothing'}</del>{' '}
              <span aria-hidden>→</span> <ins className={classes.after}>{field.after_text ?? 'nothing'}</ins>
            </div>
          </div>
          {field.can_restore && (
            <Button
              size="compact-sm"
              flex="none"
              aria-label={`Restore ${fieldInWords(called, field.table, field.field)} as it was before`}
              onClick={async () => {
                const { table, row } = field;
                const done = await restore.run({ entry, table, row, field: field.field });
                if (done !== undefined)
                  tell(`${fieldInWords(called, field.table, field.field)} is as it was before.`);
              }}
            >
              Restore
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
