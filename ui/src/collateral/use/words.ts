/** How the report of the use of pieces is worded. */
import type { UsageReport, UsageShelf } from '../../api';

export const usageShelfNames: Record<UsageShelf, string> = {
  used: 'Used',
  never_used: 'Never used',
  not_approved: 'Used though not approved',
  home_made: 'Home-made in use',
  generic: 'Reported as generic',
  unrated: 'Not rated yet',
};

/** What is said of a shelf on which nothing stands. */
export const emptyShelf: Record<UsageShelf, string> = {
  used: 'No piece was used in a deal yet.',
  never_used: 'Every approved piece was used in a deal.',
  not_approved: 'Every piece that was used was approved at some time.',
  home_made: 'No home-made piece was used.',
  generic: 'No piece is reported as too generic.',
  unrated: 'Of every use somebody has said how it went.',
};

type Found = Pick<UsageReport, 'approved' | 'approved_and_used'> & {
  counts: Pick<UsageReport['counts'], 'used'>;
};

/** Returns what the report finds: how many of the approved pieces are in use. */
export function usageFinding(
  { approved, approved_and_used: inUse, counts }: Found,
  number: (count: number) => string,
): string {
  if (approved === 0 && counts.used === 0) return 'No piece is approved or used yet';
  if (approved === 0) {
    const many = counts.used === 1 ? 'One piece was' : `${number(counts.used)} pieces were`;
    return `${many} used in a deal, and none is approved yet`;
  }
  if (approved === 1)
    return inUse === 1
      ? 'The one approved piece was used in a deal'
      : 'The one approved piece was not used in a deal yet';
  if (inUse === 0) return `None of ${number(approved)} approved pieces was used in a deal yet`;
  return `${number(inUse)} of ${number(approved)} approved pieces ${inUse === 1 ? 'was' : 'were'} used in a deal`;
}
