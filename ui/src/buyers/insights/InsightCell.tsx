/** What is known of a persona in a phase, of one kind. */
import {
  act,
  type BuyingCycleView,
  type BuyingPhase,
  type Insight,
  type InsightKind,
  type Persona,
  useAct,
} from '../../api';
import { AddLine, Ordered, useRemoval } from '../../shared';
import { kinds } from '../words';
import { InsightLine } from './InsightLine';

interface InsightCellProps {
  view: Pick<BuyingCycleView, 'buying_cycle' | 'insights'>;
  persona: Persona;
  phase: BuyingPhase;
  kind: InsightKind;
  editable: boolean;
}

export function InsightCell({ view, persona, phase, kind, editable }: InsightCellProps) {
  const add = useAct('add_insight');
  const move = useAct('move_insight');
  const remove = useRemoval('remove_insight');
  const { name, adding } = kinds[kind];
  const where = phase.name || 'this phase';
  const lines = view.insights.filter(
    (one) => one.persona === persona.id && one.phase === phase.id && one.kind === kind,
  );
  return (
    <>
      <Ordered<Insight>
        items={lines}
        nameOf={({ text }) => text || name}
        onMove={(id, after) => move.run({ id, after })}
        onRemove={({ id, text }) => void remove({ id }, text || name)}
        locked={!editable}
        menuOnly
      >
        {(line, tools) => (
          <InsightLine
            line={line}
            label={`${name} in ${where}`}
            tools={tools}
            editable={editable}
            edit={(change) => act('edit_insight', { id: line.id, change })}
          />
        )}
      </Ordered>
      {editable && (
        <AddLine
          label={`${adding} in ${where}`}
          placeholder={`${adding} …`}
          add={(text) =>
            add.attempt({
              buying_cycle: view.buying_cycle.id,
              values: { persona: persona.id, phase: phase.id, kind, text },
            })
          }
        />
      )}
    </>
  );
}
