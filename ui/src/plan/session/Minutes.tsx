/** What came of the session: decided, to do, parked. Each line can be mended where it stands. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type ActionItem, type Decision, type ParkedItem, type PlanView, useAct } from '../../api';
import { AreaField, DayField, Ordered, SwitchField } from '../../shared';
import { type Kind, kinds } from '../../shared/session/capturing';
import { useRemoval } from '../../shared/useRemoval';
import { ActionItemLine } from './ActionItemLine';
import classes from './Minutes.module.css';
import { sectionTitles } from './sections';

interface MinutesProps {
  view: PlanView;
  editable: boolean;
  capture: (kind: Kind) => void;
  /** Whether names are shown; on the projector they are not. */
  names: boolean;
}

export function Minutes({ view, editable, capture, names }: MinutesProps) {
  return (
    <>
      <Decisions view={view} editable={editable} capture={capture} />
      <ActionItems view={view} editable={editable} capture={capture} names={names} />
      <Parked view={view} editable={editable} capture={capture} />
    </>
  );
}

type ListProps = Pick<MinutesProps, 'view' | 'editable' | 'capture'>;

function Decisions({ view, editable, capture }: ListProps) {
  const edit = useAct('edit_decision');
  const move = useAct('move_decision');
  const remove = useRemoval('remove_decision');
  return (
    <Block
      title="Decided"
      none="No decision noted."
      kind="decision"
      count={view.session.decisions.length}
      {...{ editable, capture }}
    >
      <Ordered<Decision>
        items={view.session.decisions}
        nameOf={(line) => line.name || 'the decision'}
        onMove={(id, after) => move.run({ id, after })}
        onRemove={(line) => void remove({ id: line.id }, line.name)}
        locked={!editable}
      >
        {(line, tools) => (
          <div className={classes.line}>
            <AreaField
              label="Decision"
              minRows={1}
              hideLabel
              quiet
              value={line.name}
              save={(name) => edit.attempt({ id: line.id, change: { name } })}
              locked={!editable}
            />
            <span className={classes.tools}>{tools}</span>
            <div className={classes.about}>
              <DayField
                label={`Day of the decision ${line.name}`}
                hideLabel
                quiet
                value={line.decided_on}
                save={(day) =>
                  day ? edit.attempt({ id: line.id, change: { decided_on: day } }) : Promise.resolve()
                }
                locked={!editable}
                className={classes.day}
              />
              <span className={classes.arose}>{sectionTitles[line.section]}</span>
            </div>
          </div>
        )}
      </Ordered>
    </Block>
  );
}

function ActionItems({ view, editable, capture, names }: MinutesProps) {
  const move = useAct('move_action_item');
  const remove = useRemoval('remove_action_item');
  return (
    <Block
      title="To do"
      none="No action noted."
      kind="todo"
      count={view.session.todos.length}
      {...{ editable, capture }}
    >
      <Ordered<ActionItem>
        items={view.session.todos}
        nameOf={(line) => line.name || 'the action'}
        onMove={(id, after) => move.run({ id, after })}
        onRemove={(line) => void remove({ id: line.id }, line.name)}
        locked={!editable}
      >
        {(line, tools) => (
          <ActionItemLine line={line} view={view} editable={editable} names={names} tools={tools} />
        )}
      </Ordered>
    </Block>
  );
}

function Parked({ view, editable, capture }: ListProps) {
  const edit = useAct('edit_parked_item');
  const move = useAct('move_parked_item');
  const remove = useRemoval('remove_parked_item');
  return (
    <Block
      title="Parking lot"
      none="Nothing is parked."
      kind="parked"
      count={view.session.parked.length}
      {...{ editable, capture }}
    >
      <Ordered<ParkedItem>
        items={view.session.parked}
        nameOf={(line) => line.name || 'the thought'}
        onMove={(id, after) => move.run({ id, after })}
        onRemove={(line) => void remove({ id: line.id }, line.name)}
        locked={!editable}
      >
        {(line, tools) => (
          <div className={classes.line}>
            <AreaField
              label="Parked thought"
              minRows={1}
              hideLabel
              quiet
              value={line.name}
              save={(name) => edit.attempt({ id: line.id, change: { name } })}
              locked={!editable}
            />
            <span className={classes.tools}>{tools}</span>
            <div className={classes.about}>
              <SwitchField
                label={
                  <>
                    Dealt with<span className="visually-hidden">: {line.name}</span>
                  </>
                }
                value={line.settled}
                save={(settled) => edit.attempt({ id: line.id, change: { settled } })}
                locked={!editable}
              />
              <span className={classes.arose}>{sectionTitles[line.section]}</span>
            </div>
          </div>
        )}
      </Ordered>
    </Block>
  );
}

interface BlockProps {
  title: string;
  none: string;
  kind: Kind;
  count: number;
  editable: boolean;
  capture: (kind: Kind) => void;
  children: ReactNode;
}

function Block({ title, none, kind, count, editable, capture, children }: BlockProps) {
  return (
    <section className={classes.block} aria-label={title}>
      <div className={classes.head}>
        <h3 className={classes.title}>{title}</h3>
        {editable && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => capture(kind)}
          >
            {kinds[kind].title}
          </Button>
        )}
      </div>
      {count === 0 ? <p className="soft">{none}</p> : children}
    </section>
  );
}
