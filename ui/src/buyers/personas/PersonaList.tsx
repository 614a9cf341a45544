/** The personas, one of whom is shown below. */
import { Menu } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { type BuyingCycleView, type Persona, useAct } from '../../api';
import { AddLine, Ordered, Section, useFormats, useRemoval } from '../../shared';
import { insightsInWords } from '../words';
import classes from './Personas.module.css';

interface PersonaListProps {
  view: BuyingCycleView;
  shown: Persona | undefined;
  editable: boolean;
}

export function PersonaList({ view, shown, editable }: PersonaListProps) {
  const navigate = useNavigate();
  const { number } = useFormats();
  const add = useAct('add_persona');
  const copy = useAct('copy_persona');
  const move = useAct('move_persona');
  const remove = useRemoval('remove_persona');
  const show = (persona: string, hash?: string) =>
    void navigate({ to: '/buyers', search: { persona }, hash, resetScroll: false });
  const copied = async ({ id, name }: Persona) => {
    const made = await copy.run({ id, name: `${name || 'Persona'} (copy)` });
    if (made) show(made.id, 'persona');
  };
  return (
    <Section
      id="personas"
      title="Personas"
      lead={
        view.personas.length === 0
          ? 'Who has a say when a customer buys? Three or four are enough.'
          : 'Choose one to see what you know of them.'
      }
    >
      <Ordered<Persona>
        items={view.personas}
        nameOf={({ name }) => name || 'this persona'}
        onMove={(id, after) => move.run({ id, after })}
        onRemove={({ id, name }) => void remove({ id }, name || 'a persona')}
        more={(persona) => (
          <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => void copied(persona)}>
            Copy
          </Menu.Item>
        )}
        locked={!editable}
        className={classes.list}
      >
        {(persona, tools) => (
          <div className={classes.line} data-shown={persona.id === shown?.id}>
            <Link
              to="/buyers"
              search={{ persona: persona.id }}
              resetScroll={false}
              className={classes.choose}
              aria-current={persona.id === shown?.id ? 'true' : undefined}
            >
              <span className={classes.name}>{persona.name || 'No name yet'}</span>
              <span className={classes.role}>{persona.role}</span>
              <span className={classes.known}>
                {insightsInWords(view.insights.filter((one) => one.persona === persona.id).length, number)}
              </span>
            </Link>
            {tools}
          </div>
        )}
      </Ordered>
      {editable && (
        <AddLine
          label="Add a persona"
          placeholder="Add a persona: the head of purchasing …"
          add={async (name) => {
            const { id } = await add.attempt({ buying_cycle: view.buying_cycle.id, values: { name } });
            show(id);
          }}
        />
      )}
    </Section>
  );
}
