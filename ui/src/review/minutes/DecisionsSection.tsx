/** What was decided: the question, what was chosen and why, who sees to it, and from when it holds. */
import { type ReviewDecision, useAct } from '../../api';
import { AddLine, Ordered, Section, useRemoval } from '../../shared';
import type { SectionProps } from '../sections';
import { DecisionLine } from './DecisionLine';
import { DecisionWritten } from './DecisionWritten';

export function DecisionsSection({ view, editable }: SectionProps) {
  const add = useAct('add_review_decision');
  const move = useAct('move_review_decision');
  const remove = useRemoval('remove_review_decision');
  const { review } = view.line;
  return (
    <Section
      id="decisions"
      title="Decisions"
      lead="What you chose together, and why. The next review begins with it."
    >
      {view.decisions.length === 0 && !editable && <p className="soft">Nothing was decided.</p>}
      <Ordered<ReviewDecision>
        items={view.decisions}
        nameOf={(line) => line.name || 'the decision'}
        onMove={(id, after) => move.run({ id, after })}
        onRemove={(line) => void remove({ id: line.id }, line.name || 'a decision')}
        locked={!editable}
      >
        {(line, tools) =>
          editable ? (
            <DecisionLine line={line} year={review.year} tools={tools} />
          ) : (
            <DecisionWritten line={line} year={review.year} />
          )
        }
      </Ordered>
      {editable && (
        <AddLine
          label="Add a decision"
          placeholder="Add a decision: leads from fairs go to sales the next day …"
          add={(name) => add.attempt({ review: review.id, values: { name } })}
        />
      )}
    </Section>
  );
}
