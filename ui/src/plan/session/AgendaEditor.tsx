/** The agenda itself: which sections, in which order, with how many minutes. */
import { Button, Menu, Modal } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type AgendaItem, type PlanView, useAct } from '../../api';
import { CountField, Ordered } from '../../shared';
import classes from '../../shared/session/Session.module.css';
import type { SessionClock } from '../../shared/session/useSessionClock';
import { useRemoval } from '../../shared/useRemoval';
import { allSections, sectionTitles } from './sections';

interface AgendaEditorProps {
  view: PlanView;
  clock: SessionClock;
  opened: boolean;
  onClose: () => void;
}

export function AgendaEditor({ view, clock, opened, onClose }: AgendaEditorProps) {
  const add = useAct('add_agenda_item');
  const edit = useAct('edit_agenda_item');
  const move = useAct('move_agenda_item');
  const remove = useRemoval('remove_agenda_item');
  const { agenda } = view.session;
  const left = allSections.filter((section) => !agenda.some((item) => item.section === section));
  const titleOf = (item: AgendaItem) => sectionTitles[item.section];
  return (
    <Modal opened={opened} onClose={onClose} title="The agenda" size="lg">
      <Ordered<AgendaItem>
        items={agenda}
        nameOf={titleOf}
        onMove={(id, after) => move.run({ id, after })}
        onRemove={(item) => void remove({ id: item.id }, titleOf(item))}
      >
        {(item, tools) => (
          <div className={classes.agendaLine}>
            <span>{titleOf(item)}</span>
            <CountField
              label={`Minutes for ${titleOf(item)}`}
              hideLabel
              needed
              value={item.minutes}
              save={(minutes) => edit.attempt({ id: item.id, change: { minutes: minutes ?? 0 } })}
            />
            <span>min</span>
            {tools}
          </div>
        )}
      </Ordered>
      <div className={classes.agendaFoot}>
        {left.length > 0 && (
          <Menu>
            <Menu.Target>
              <Button leftSection={<IconPlus size={16} aria-hidden />}>Add a section</Button>
            </Menu.Target>
            <Menu.Dropdown>
              {left.map((section) => (
                <Menu.Item
                  key={section}
                  onClick={() => void add.run({ plan: view.plan.id, values: { section } })}
                >
                  {sectionTitles[section]}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
        <Button variant="subtle" onClick={clock.startAgain}>
          Set the clock back to the start
        </Button>
      </div>
    </Modal>
  );
}
