/** The mark of what is past its date: a shape, words and a colour. It says that something is owed, and not by whom. */
import type { RequestLine } from '../../api';
import { StatusMark } from '../../shared';
import { isOwed } from './words';

export function LateMark({ line }: { line: Pick<RequestLine, 'state' | 'is_late'> }) {
  return isOwed(line) && line.is_late ? <StatusMark status="at_risk" word="Past its date" /> : null;
}
