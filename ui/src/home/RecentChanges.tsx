/** What was done lately, and by whom. */
import { Button } from '@mantine/core';
import { useAsk } from '../api';
import { Section, SideMark, useFormats } from '../shared';
import { runCommand } from '../shared/commands/commands';
import classes from './Home.module.css';

export function RecentChanges() {
  const history = useAsk('history', { limit: 6 });
  const { instant } = useFormats();
  const entries = history.data?.entries ?? [];
  if (entries.length === 0) return null;
  return (
    <Section
      id="recent"
      title="Done lately"
      actions={
        <Button variant="subtle" onClick={() => runCommand('history')}>
          All history
        </Button>
      }
    >
      <ul className={classes.recent}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <span>{entry.summary}</span>
            <span className={classes.by}>
              {entry.side && <SideMark side={entry.side} size={10} />}
              {entry.person_name ?? 'nobody named'}
            </span>
            <time dateTime={entry.at} className={classes.when}>
              {instant(entry.at)}
            </time>
          </li>
        ))}
      </ul>
    </Section>
  );
}
