/** What was agreed to be done: by whom and by when. It goes on after the review is closed. */
import { type ActionLine as Line, useAct } from '../../api';
import { AddLine, Ordered, Section, useRemoval } from '../../shared';
import type { SectionProps } from '../sections';
import { ActionLine } from './ActionLine';

export function ActionsSection({ view, editable, writable }: SectionProps) {
  const add = useAct('add_review_action');
  const move = useAct('move_review_action');
  const remove = useRemoval('remove_review_action');
  const { review } = view.line;
  const lines = view.actions.map((line) => ({ ...line, id: line.action.id }));
  return (
    <Section
      id="actions"
      title="Actions"
      lead="Who does what by when. What is not done comes back in the next review."
    >
      {lines.length === 0 && !editable && <p className="soft">No action was agreed.</p>}
      <Ordered<Line & { id: string }>
        items={lines}
        nameOf={({ action }) => action.name || 'the action'}
        onMove={(id, after) => move.run({ id, after })}
        onRemove={({ action }) => void remove({ id: action.id }, action.name || 'an action')}
        locked={!editable}
      >
        {(line, tools) => <ActionLine line={line} writable={writable} editable={editable} tools={tools} />}
      </Ordered>
      {editable && (
        <AddLine
          label="Add an action"
          placeholder="Add an action: ask for the phone number in the form …"
          add={(name) => add.attempt({ review: review.id, values: { name } })}
        />
      )}
    </Section>
  );
}
