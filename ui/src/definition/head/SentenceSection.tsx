/** What stands above everything: a lead is not yet a sale. */
import { useAct } from '../../api';
import { AreaField, Section } from '../../shared';
import type { SectionProps } from '../sectionProps';
import classes from './Head.module.css';

export function SentenceSection({ view, editable }: SectionProps) {
  const edit = useAct('edit_definition');
  const { id, sentence } = view.definition;
  return (
    <Section
      id="sentence"
      title="What it says first"
      lead="A lead is not yet a sale. Said here, nobody has to say it in anger later."
    >
      {editable ? (
        <div className={classes.sentence}>
          <AreaField
            label="The sentence above all"
            hideLabel
            quiet
            oneLine
            value={sentence}
            save={(text) => edit.attempt({ id, change: { sentence: text } })}
          />
        </div>
      ) : (
        <p className={classes.said}>{sentence}</p>
      )}
    </Section>
  );
}
