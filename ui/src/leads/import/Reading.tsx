/** A file that is being read: what for, how far, and the way out. */
import { Button, Progress } from '@mantine/core';
import { useFormats } from '../../shared';
import { haveShell } from '../../shared/shell';
import classes from './Import.module.css';

interface ReadingProps {
  what: string;
  /** Of 1; null while nobody has said. */
  progress: number | null;
  onStop?: () => void;
}

export function Reading({ what, progress, onStop }: ReadingProps) {
  const { rate } = useFormats();
  const done = progress ?? 0;
  return (
    <div className={classes.reading}>
      <div className={classes.readingBar}>
        <span>
          {what}: {rate(Math.floor(done * 100) * 100, 0)}
        </span>
        <Progress value={done * 100} aria-label={what} transitionDuration={0} />
      </div>
      <Button onClick={onStop ?? (() => void haveShell('stop_import', {}))}>Stop</Button>
    </div>
  );
}
