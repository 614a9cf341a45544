/** Where a review stands: its seal once it is closed, a mark before, and always the word. */
import type { ReviewLine } from '../../api';
import { Seal, StatusMark } from '../../shared';
import { stateInWords, stateMark } from '../words';
import classes from './Reviews.module.css';

export function StateOf({ line }: { line: ReviewLine }) {
  const words = stateInWords(line);
  if (line.state !== 'closed' && line.state !== 'signed')
    return <StatusMark status={stateMark(line)} word={words} />;
  const signed = (side: 'sales' | 'marketing') => !line.unsigned.includes(side);
  const isWhole = line.unsigned.length === 0 && line.state === 'signed';
  return (
    <span className={classes.state}>
      <Seal
        sales={signed('sales')}
        marketing={signed('marketing')}
        state={isWhole ? 'in_force' : 'open'}
        size={20}
      />
      {words}
    </span>
  );
}
