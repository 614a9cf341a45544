/** How the promises of both sides were kept, in the same layout for both. */
import { useInViewport } from '@mantine/hooks';
import { useState } from 'react';
import { useAsk } from '../../api';
import { allTime, Block, PeriodField, useFormats } from '../../shared';
import { KeptBySides, saysWhich } from './KeptBySides';
import classes from './Promises.module.css';

export function PromisesKept() {
  const [period, setPeriod] = useState(allTime);
  const { ref, inViewport } = useInViewport<HTMLDivElement>();
  const kept = useAsk('promises_kept', period, { enabled: inViewport, keep: true });
  const { day } = useFormats();
  return (
    <div ref={ref} className={classes.kept}>
      <Block
        title="How they are kept"
        lead={kept.data && saysWhich(kept.data, day)}
        actions={<PeriodField label="Leads of" period={period} choose={setPeriod} />}
      >
        {kept.error && <p role="alert">{kept.error.message}</p>}
        {kept.data && <KeptBySides kept={kept.data} period={period} />}
      </Block>
    </div>
  );
}
