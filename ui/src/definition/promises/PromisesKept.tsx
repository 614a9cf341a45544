/** How the promises of both sides were kept, in the same layout for both. */
import { useInViewport } from '@mantine/hooks';
import { useState } from 'react';
import { useAsk } from '../../api';
import { allTime, Block, PeriodField, SidePair } from '../../shared';
import { KeptList } from './KeptList';
import classes from './Promises.module.css';

export function PromisesKept() {
  const [period, setPeriod] = useState(allTime);
  const { ref, inViewport } = useInViewport<HTMLDivElement>();
  const kept = useAsk('promises_kept', period, { enabled: inViewport, keep: true });
  const of = (side: 'sales' | 'marketing') => kept.data?.sides.find((known) => known.side === side);
  return (
    <div ref={ref} className={classes.kept}>
      <Block
        title="How they are kept"
        lead={
          // Nothing is said of what is in force before it is known.
          kept.data &&
          (kept.data.version
            ? `The promises of version ${kept.data.version}, which is in force. What is not due yet is left out.`
            : 'The promises of the draft, as nothing is in force yet. What is not due yet is left out.')
        }
        actions={<PeriodField label="Leads of" period={period} choose={setPeriod} />}
      >
        {kept.error && <p role="alert">{kept.error.message}</p>}
        {kept.data?.leads === 0 ? (
          <p className="soft">
            There are no leads in this period. Once leads are taken in, each promise shows here how often it
            was kept.
          </p>
        ) : (
          kept.data && (
            <SidePair
              sales={<KeptList kept={of('sales')} />}
              marketing={<KeptList kept={of('marketing')} />}
            />
          )
        )}
      </Block>
    </div>
  );
}
