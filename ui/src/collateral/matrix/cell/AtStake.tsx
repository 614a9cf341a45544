/** The open leads of a cell, what they are worth, and how sure that is. */
import type { OpenLeads } from '../../../api';
import { useFormats } from '../../../shared';
import { openInWords, withoutValueInWords } from '../words';

export function AtStake({ open }: { open: OpenLeads }) {
  const formats = useFormats();
  const without = withoutValueInWords(open, formats.number);
  return (
    <section aria-label="At stake">
      <h3>At stake</h3>
      <p>{openInWords(open, formats) ?? 'No open lead sits here.'}</p>
      {without && <p className="soft">{without}.</p>}
    </section>
  );
}
