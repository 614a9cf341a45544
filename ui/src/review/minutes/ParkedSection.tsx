/** Thoughts put aside, to come back to. */
import { type ReviewParked, useAct } from '../../api';
import { AddLine, AreaField, Ordered, Section, useRemoval } from '../../shared';
import type { SectionProps } from '../sections';
import { Done } from './Done';
import classes from './Minutes.module.css';

export function ParkedSection({ view, editable, writable }: SectionProps) {
  const add = useAct('add_review_parked');
  const edit = useAct('edit_review_parked');
  const move = useAct('move_review_parked');
  const remove = useRemoval('remove_review_parked');
  return (
    <Section
      id="parked"
      title="Parked"
      lead="Worth a thought, but not now. Tick what is settled; the rest comes back."
    >
      {view.parked.length === 0 && !editable && <p className="soft">Nothing was parked.</p>}
      <Ordered<ReviewParked>
        items={view.parked}
        nameOf={(line) => line.name || 'the thought'}
        onMove={(id, after) => move.run({ id, after })}
        onRemove={(line) => void remove({ id: line.id }, line.name || 'a thought')}
        locked={!editable}
      >
        {(line, tools) => (
          <div className={classes.line} data-done id={line.id}>
            <Done
              label={`Settled: ${line.name || 'this thought'}`}
              done={line.settled}
              save={(settled) => edit.attempt({ id: line.id, change: { settled } })}
              locked={!writable}
            />
            {editable ? (
              <AreaField
                label="Parked thought"
                hideLabel
                quiet
                oneLine
                value={line.name}
                save={(name) => edit.attempt({ id: line.id, change: { name } })}
              />
            ) : (
              <p className={classes.name}>{line.name}</p>
            )}
            <span className={classes.tools}>{tools}</span>
          </div>
        )}
      </Ordered>
      {editable && (
        <AddLine
          label="Park a thought"
          placeholder="Park a thought: a fair in spring? …"
          add={(name) => add.attempt({ review: view.line.review.id, values: { name } })}
        />
      )}
    </Section>
  );
}
