/** No definition yet: what one is worth, and four ways to begin it. */
import { Button } from '@mantine/core';
import { useAct, useAsk } from '../../api';
import { Page } from '../../shared';
import { haveShell } from '../../shared/shell';
import classes from './Begin.module.css';

export function BeginDefinition({ readOnly }: { readOnly: string | null }) {
  const templates = useAsk('list_templates', {});
  const begin = useAct('begin_definition');
  return (
    <Page
      title="Qualified lead"
      lead="What a lead must be before sales takes it. Agreed by both sides, tried on your own leads, and signed. Then nobody argues about single leads any more."
    >
      <h2 className={classes.title}>Begin with a starting point to argue about</h2>
      <ul className={classes.templates}>
        {templates.data?.map((entry) => (
          <li key={entry.template} className={classes.template}>
            <h3 className={classes.name}>{entry.name}</h3>
            <p className={classes.about}>{entry.about}</p>
            {entry.left_out.length > 0 && (
              <p className="soft small">
                None of your leads has a value for {entry.left_out.join(', ')}, so it begins without asking
                for {entry.left_out.length === 1 ? 'it' : 'them'}.
              </p>
            )}
            <Button
              disabled={begin.isRunning || readOnly !== null}
              onClick={() => void begin.run({ template: entry.template })}
            >
              Begin<span className="visually-hidden"> with {entry.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      <p className="soft">
        {readOnly ? (
          `This workspace can only be read: ${readOnly}`
        ) : (
          <>
            Each can be changed in every word.{' '}
            <Button variant="subtle" size="compact-md" onClick={() => void haveShell('open_sample', {})}>
              See one in the sample
            </Button>
          </>
        )}
      </p>
    </Page>
  );
}
