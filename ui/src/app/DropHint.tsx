/** Shown while files are dragged over the window: what letting go would do. */
import { useEffect, useState } from 'react';
import { onShell } from '../platform';
import classes from './DropHint.module.css';

export function DropHint() {
  const [over, setOver] = useState(false);
  useEffect(() => onShell('dragged-over', setOver), []);
  if (!over) return null;
  return (
    <div className={classes.over} role="status">
      <p className={classes.words}>Let go to add these files</p>
    </div>
  );
}
