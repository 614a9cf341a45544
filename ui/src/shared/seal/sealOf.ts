/** How the seal of a version looks. */
import type { AgreementView, Version } from '../../api';
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

/** Returns how the seal of an agreement looks: what is proposed goes before what is in force, because it waits for somebody. */
export function standingSeal(agreement: Pick<AgreementView, 'proposed' | 'in_force'> | undefined) {
  return sealOf(agreement?.proposed ?? agreement?.in_force);
}
