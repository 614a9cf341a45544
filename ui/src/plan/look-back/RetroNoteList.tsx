/** The points of one side under their three headings. */

import type { RetroNote, Side } from '../../api';
import { useAct } from '../../api';
import { AddLine, AreaField, Ordered } from '../../shared';
import { useRemoval } from '../../shared/useRemoval';
import { pointKinds } from '../choices';
import classes from './RetroNotes.module.css';

interface RetroNoteListProps {
  plan: string;
  side: Side;
  points: readonly RetroNote[];
  editable: boolean;
  edit: (id: string, text: string) => Promise<unknown>;
}

export function RetroNoteList({ plan, side, points, editable, edit }: RetroNoteListProps) {
  const add = useAct('add_retro_note');
  const move = useAct('move_retro_note');
  const remove = useRemoval('remove_retro_note');
  return (
    <>
      {pointKinds.map(({ kind, title, asks }) => {
        const ofKind = points.filter((point) => point.kind === kind);
        return (
          <div key={kind} className={classes.kind}>
            <h4 className={classes.kindTitle}>{title}</h4>
            <Ordered
              items={ofKind}
              nameOf={(point) => point.text}
              onMove={(id, after) => move.run({ id, after })}
              onRemove={(point) => void remove({ id: point.id }, point.text || 'a point')}
              locked={!editable}
            >
              {(point, tools) => (
                <div className={classes.point}>
                  <AreaField
                    quiet
                    hideLabel
                    minRows={1}
                    className={classes.text}
                    label={title}
                    value={point.text}
                    locked={!editable}
                    save={(text) => edit(point.id, text)}
                  />
                  {tools}
                </div>
              )}
            </Ordered>
            {editable ? (
              <AddLine label={asks} add={(text) => add.attempt({ plan, values: { side, kind, text } })} />
            ) : (
              ofKind.length === 0 && <p className={classes.nothing}>Nothing written.</p>
            )}
          </div>
        );
      })}
    </>
  );
}
