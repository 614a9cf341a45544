/** One persona: who they are, what they want and fear, and by which job titles they are known. */
import { act, type Persona } from '../../api';
import { AreaField, Section, TagsField, TextField } from '../../shared';
import classes from './Personas.module.css';

interface PersonaProfileProps {
  persona: Persona;
  editable: boolean;
}

export function PersonaProfile({ persona, editable }: PersonaProfileProps) {
  const change = (values: Partial<Persona>) => act('edit_persona', { id: persona.id, change: values });
  const locked = !editable;
  return (
    <Section id="persona" title={persona.name || 'No name yet'}>
      <div className={classes.fields}>
        <TextField label="Name" value={persona.name} locked={locked} save={(name) => change({ name })} />
        <TextField
          label="Part in the purchase"
          placeholder="Holds the budget and signs …"
          value={persona.role}
          locked={locked}
          save={(role) => change({ role })}
        />
        <AreaField
          label="Goals"
          placeholder="What do they want to achieve?"
          value={persona.goals}
          locked={locked}
          save={(goals) => change({ goals })}
        />
        <AreaField
          label="Pains"
          placeholder="What troubles them?"
          value={persona.pains}
          locked={locked}
          save={(pains) => change({ pains })}
        />
        <AreaField
          label="What convinces them"
          placeholder="A pilot, a reference, a number …"
          value={persona.convinced_by}
          locked={locked}
          save={(convinced_by) => change({ convinced_by })}
        />
        <AreaField
          label="Objections"
          placeholder="What do they say when they say no?"
          value={persona.objections}
          locked={locked}
          save={(objections) => change({ objections })}
        />
        <TagsField
          label="Words in job titles"
          description="A lead whose job title contains one of these is this persona."
          placeholder="Type a word, press Enter"
          className={classes.whole}
          value={persona.title_words}
          locked={locked}
          save={(title_words) => change({ title_words })}
        />
      </div>
    </Section>
  );
}
