/** How the seal of a version looks. */
import type { Version } from '../../api';
import type { SealProps } from './Seal';

/** Returns how the seal of a version looks; of nothing, it is open and empty. */
export function sealOf(
  version: Pick<Version, 'signatures' | 'state'> | null | undefined,
): Pick<SealProps, 'sales' | 'marketing' | 'state'> {
  const signed = (side: 'sales' | 'marketing') =>
    version?.signatures.some((signature) => signature.side === side) ?? false;
  const isClosed = version?.state === 'in_force' || version?.state === 'superseded';
  return {
    sales: signed('sales'),
    marketing: signed('marketing'),
    state: isClosed ? (version.state as 'in_force' | 'superseded') : 'open',
  };
}
