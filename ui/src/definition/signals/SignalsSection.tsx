/** What tells that somebody is about to buy, and what tells to walk away: in words, for people rather than programs. */
import { act, type Signal, type SignalKind, useAct } from '../../api';
import { AddLine, AreaField, Block, Ordered, Section, useRemoval } from '../../shared';
import type { SectionProps } from '../sectionProps';
import classes from './Signals.module.css';

export function SignalsSection({ view, editable }: SectionProps) {
  return (
    <Section
      id="signals"
      title="Triggers and walk-away points"
      lead="What a seller listens for. Nothing here is judged by the program."
    >
      <div className={classes.both}>
        <SignalList
          kind="trigger"
          title="Go on when"
          adding="Add a trigger"
          placeholder="They have hired for it …"
          empty="No trigger yet. What happens at a customer’s shortly before they buy?"
          lines={view.triggers}
          view={view}
          editable={editable}
        />
        <SignalList
          kind="walk_away"
          title="Walk away when"
          adding="Add a walk-away point"
          placeholder="Nobody owns the problem …"
          empty="No walk-away point yet. What have you chased too long?"
          lines={view.walk_aways}
          view={view}
          editable={editable}
        />
      </div>
    </Section>
  );
}

interface SignalListProps extends SectionProps {
  kind: SignalKind;
  title: string;
  adding: string;
  placeholder: string;
  empty: string;
  lines: readonly Signal[];
}

function SignalList({ kind, title, adding, placeholder, empty, lines, view, editable }: SignalListProps) {
  const add = useAct('add_signal');
  const move = useAct('move_signal');
  const remove = useRemoval('remove_signal');
  return (
    <Block title={title}>
      {lines.length === 0 && <p className={classes.empty}>{empty}</p>}
      <Ordered<Signal>
        items={lines}
        nameOf={(line) => line.text}
        onMove={(id, after) => move.run({ id, after })}
        onRemove={(line) => void remove({ id: line.id }, line.text || title)}
        locked={!editable}
        className={classes.list}
      >
        {(line, tools) => (
          <div className={classes.line}>
            {editable ? (
              <AreaField
                quiet
                hideLabel
                oneLine
                label={title}
                value={line.text}
                save={(text) => act('edit_signal', { id: line.id, change: { text } })}
              />
            ) : (
              <p className={classes.said}>{line.text}</p>
            )}
            {tools}
          </div>
        )}
      </Ordered>
      {editable && (
        <AddLine
          label={adding}
          placeholder={`${adding}: ${placeholder}`}
          add={(text) => add.attempt({ definition: view.definition.id, values: { kind, text } })}
        />
      )}
    </Block>
  );
}
