/** Which leads an address of the ledger lists, in a line of words. */
import { useFormats } from '../../../shared';
import type { LedgerPlace } from '../../places';
import { filtersInWords } from '../filtersInWords';
import { useFileOf } from '../useChoices';

export function WhatIsListed({ place }: { place: LedgerPlace }) {
  const { day } = useFormats();
  const fileOf = useFileOf();
  const filters = filtersInWords(place, { day, fileOf });
  return (
    <p className="soft small" style={{ margin: 0, overflowWrap: 'anywhere' }}>
      {filters.length === 0 ? 'All leads' : filters.map((filter) => filter.words).join(' · ')}
    </p>
  );
}
