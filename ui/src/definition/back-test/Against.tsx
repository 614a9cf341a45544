/** How two versions differ on the same leads. */
import type { TestedAgainst } from '../../api';
import { useFormats } from '../../shared';
import classes from './BackTest.module.css';

export function Against({ against }: { against: TestedAgainst }) {
  const { number } = useFormats();
  const leads = (count: number) => `${number(count)} ${count === 1 ? 'lead' : 'leads'}`;
  return (
    <p className={classes.against}>
      Both let {leads(against.both)} pass. Only this one lets {leads(against.only_this)} pass, only version{' '}
      {against.version} {leads(against.only_other)}.
    </p>
  );
}
