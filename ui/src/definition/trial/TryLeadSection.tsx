/** Try a lead: type in what is known of one and watch the verdict, criterion by criterion. */
import { Button } from '@mantine/core';
import { useSessionStorage } from '@mantine/hooks';
import { useAsk } from '../../api';
import { Section, useFormats } from '../../shared';
import type { SectionProps } from '../sectionProps';
import { FactFields } from './FactFields';
import { allCriteria, cameIn, countsDays, type Facts, withFact } from './facts';
import { Judgement } from './Judgement';
import { KeepExample } from './KeepExample';
import classes from './Trial.module.css';

export function TryLeadSection({ view, editable }: SectionProps) {
  // What was tried is there again after a look elsewhere; it belongs to this definition and to this sitting.
  const [facts, setFacts] = useSessionStorage<Facts>({
    key: `tried-lead:${view.definition.created_at}`,
    defaultValue: {},
    getInitialValueInEffect: false,
  });
  const { today } = useFormats();
  const judged = useAsk('try_lead', view.version === null ? { facts } : { facts, version: view.version }, {
    keep: true,
  });
  const isEmpty = Object.keys(facts).length === 0;
  return (
    <Section
      id="try-a-lead"
      title="Try a lead"
      lead="Think of a real one. Type what was known of it when it came in, and see what this definition makes of it."
      actions={
        !isEmpty && (
          <Button variant="subtle" onClick={() => setFacts({})}>
            Begin again
          </Button>
        )
      }
    >
      <div className={classes.trial}>
        <FactFields
          // Beginning again empties what is half typed, too.
          key={isEmpty ? 'empty' : 'some'}
          view={view}
          facts={facts}
          unsaid={{ [cameIn]: 'today' }}
          say={async (field, fact) => setFacts((known) => withFact(known, field, fact))}
        />
        <div className={classes.verdictSide}>
          {judged.data && <Judgement judged={judged.data} />}
          {judged.error && <p role="alert">{judged.error.message}</p>}
          {judged.data && editable && !isEmpty && (
            <KeepExample
              definition={view.definition.id}
              // Days are counted from today here; in the example they must count from the same day for good.
              facts={countsDays(allCriteria(view)) ? { [cameIn]: today(), ...facts } : facts}
              judged={judged.data}
            />
          )}
        </div>
      </div>
    </Section>
  );
}
