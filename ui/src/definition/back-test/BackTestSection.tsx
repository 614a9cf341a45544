/** The back-test: the definition over the company's own leads. It runs while somebody looks at it, and not before. */
import { Loader, Select } from '@mantine/core';
import { useInViewport } from '@mantine/hooks';
import { useState } from 'react';
import { type DefinitionView, useAsk } from '../../api';
import { allTime, EmptyState, PeriodField, Section } from '../../shared';
import classes from './BackTest.module.css';
import { Findings } from './Findings';

export function BackTestSection({ view }: { view: DefinitionView }) {
  const [period, setPeriod] = useState(allTime);
  const others = view.agreement.versions.flatMap(({ version }) =>
    version === null || version === view.version ? [] : [version],
  );
  const [against, setAgainst] = useState<number | null>(null);
  const { ref, inViewport } = useInViewport<HTMLDivElement>();
  const test = useAsk(
    'back_test',
    { version: view.version, against, ...period },
    { enabled: inViewport, keep: true },
  );
  const what = view.version === null ? 'this draft' : `version ${view.version}`;
  return (
    <Section
      id="back-test"
      title="Back-test"
      lead={`What ${what} would have made of the leads that you already had, and what became of them.`}
    >
      <div ref={ref} className={classes.test} aria-busy={test.isFetching && !test.data}>
        <div className={classes.asks}>
          <PeriodField label="Leads of" period={period} choose={setPeriod} />
          {others.length > 0 && (
            <Select
              label="Held against"
              w="11rem"
              value={String(against ?? 'none')}
              onChange={(next) => setAgainst(next === 'none' || next === null ? null : Number(next))}
              data={[
                { value: 'none', label: 'nothing else' },
                ...others.map((version) => ({ value: String(version), label: `version ${version}` })),
              ]}
            />
          )}
        </div>
        {test.error && (
          <EmptyState title={test.error.message}>{test.error.hint ?? 'Try another period.'}</EmptyState>
        )}
        {!test.data && !test.error && <Loader role="status" aria-label="The test runs" />}
        {test.data && <Findings found={test.data} isAll={period.from === null && period.to === null} />}
      </div>
    </Section>
  );
}
