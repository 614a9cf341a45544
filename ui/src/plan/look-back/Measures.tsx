/**
 * What each side was measured on last year, in two columns of equal weight: the two lists are where mistrust begins, so
 * they stand side by side, laid out alike.
 */
import { useState } from 'react';
import { act, type Side, useAct, useAsk } from '../../api';
import { Block, Ordered, SidePair, sideNames } from '../../shared';
import { useRemoval } from '../../shared/useRemoval';
import type { SectionProps } from '../sectionProps';
import { AddMeasure } from './AddMeasure';
import { MeasureRow } from './MeasureRow';
import classes from './Measures.module.css';
import { PasteTable, pastedTable } from './PasteTable';

export function Measures({ view, editable }: SectionProps) {
  return (
    <Block
      title="What each side was measured on"
      lead="Target, what came of it, and the difference. Two different lists are no fault; they are the reason for a joint goal."
    >
      <SidePair
        sales={<Column side="sales" view={view} editable={editable} />}
        marketing={<Column side="marketing" view={view} editable={editable} />}
      />
    </Block>
  );
}

function Column({ side, view, editable }: SectionProps & { side: Side }) {
  const plan = view.plan.id;
  const paste = useAct('paste_measures');
  const move = useAct('move_measure');
  const remove = useRemoval('remove_measure');
  const [pasting, setPasting] = useState<string | null>(null);
  const understood = useAsk(
    'try_measures',
    { text: pasting ?? '' },
    { enabled: (pasting ?? '').trim() !== '', keep: true },
  );
  const lines = view.look_back.measures.filter((line) => line.measure.side === side);
  return (
    <div
      className={classes.column}
      onPaste={(event) => {
        const table = editable ? pastedTable(event) : null;
        if (table) setPasting(table);
      }}
    >
      {lines.length === 0 ? (
        <p className={classes.empty}>
          {editable
            ? `What was ${sideNames[side]} measured on? Two or three numbers are enough.`
            : `Nothing was written down for ${sideNames[side]}.`}
        </p>
      ) : (
        <div className={classes.heads} aria-hidden>
          <span>Target</span>
          <span>Actual</span>
          <span>Difference</span>
        </div>
      )}
      <Ordered
        items={lines.map((line) => ({ ...line, id: line.measure.id }))}
        nameOf={(line) => line.measure.name}
        onMove={(id, after) => move.run({ id, after })}
        onRemove={(line) => void remove({ id: line.id }, line.measure.name || 'a number')}
        locked={!editable}
      >
        {(line, tools) => (
          <MeasureRow
            line={line}
            tools={tools}
            editable={editable}
            edit={(change) => act('edit_measure', { id: line.id, change })}
          />
        )}
      </Ordered>
      {editable && (
        <AddMeasure
          plan={plan}
          side={side}
          taken={lines.map((line) => line.measure.name)}
          onPaste={() => setPasting('')}
        />
      )}
      <PasteTable
        text={pasting}
        setText={setPasting}
        understood={understood}
        what="line"
        title={`Paste what ${sideNames[side]} was measured on`}
        lead="Copy the rows from your spreadsheet: name, target, actual."
        heads={['What was measured', 'Target', 'Actual']}
        field={(into) => ({ label: into === 'target' ? 'Target' : 'Actual' })}
        take={(text) => paste.attemptStep({ plan, side, text })}
      />
    </div>
  );
}
