/** Focus: for whom we are what, which segments and accounts we choose together, and what we will not do. */
import { act, useAct } from '../../api';
import { AreaField, Section } from '../../shared';
import { useRemoval } from '../../shared/useRemoval';
import type { SectionProps } from '../sectionProps';
import classes from './FocusSection.module.css';
import { NamesAndWhys } from './NamesAndWhys';

export function FocusSection({ view, editable }: SectionProps) {
  const plan = view.plan.id;
  return (
    <Section id="focus" title="Focus" lead="Where we put our strength this year, and what we leave.">
      <div className={classes.positioning}>
        <AreaField
          key={plan}
          label="Positioning line"
          description="For whom are we what, and why us? One sentence that both sides say the same way."
          placeholder="For … who …, we are the … that …"
          value={view.plan.positioning}
          locked={!editable}
          save={(positioning) => act('edit_plan', { id: plan, change: { positioning } })}
        />
      </div>
      <Segments view={view} editable={editable} />
      <Accounts view={view} editable={editable} />
      <OutOfScope view={view} editable={editable} />
    </Section>
  );
}

function Segments({ view, editable }: SectionProps) {
  const add = useAct('add_segment');
  const move = useAct('move_segment');
  const remove = useRemoval('remove_segment');
  return (
    <NamesAndWhys
      title="Segments"
      lead="The kinds of customer where we win, and where marketing and sales look together."
      empty="No segment chosen yet. Two or three that both sides chase beat ten that nobody does."
      heads={{ name: 'Segment', why: 'Why this one' }}
      adding={{ label: 'Add a segment', placeholder: 'Add a segment: private clinics with 5 to 20 rooms …' }}
      lines={view.segments}
      editable={editable}
      add={(name) => add.attempt({ plan: view.plan.id, values: { name } })}
      edit={(id, change) => act('edit_segment', { id, change })}
      move={(id, after) => move.run({ id, after })}
      remove={(line) => void remove({ id: line.id }, line.name || 'a segment')}
    />
  );
}

function Accounts({ view, editable }: SectionProps) {
  const add = useAct('add_target_account');
  const move = useAct('move_target_account');
  const remove = useRemoval('remove_target_account');
  return (
    <NamesAndWhys
      title="Target accounts"
      lead="The companies we both want to win this year."
      empty="No account named yet. Names make it easy to say no to the rest."
      heads={{ name: 'Account', why: 'Why this one' }}
      adding={{ label: 'Add a target account', placeholder: 'Add a target account …' }}
      lines={view.accounts}
      editable={editable}
      add={(name) => add.attempt({ plan: view.plan.id, values: { name } })}
      edit={(id, change) => act('edit_target_account', { id, change })}
      move={(id, after) => move.run({ id, after })}
      remove={(line) => void remove({ id: line.id }, line.name || 'a target account')}
    />
  );
}

function OutOfScope({ view, editable }: SectionProps) {
  const add = useAct('add_out_of_scope');
  const move = useAct('move_out_of_scope');
  const remove = useRemoval('remove_out_of_scope');
  return (
    <NamesAndWhys
      title="What we will not do"
      lead="Written down so that nobody has to defend it again in March."
      empty="Nothing yet. A plan that leaves nothing out has no focus."
      heads={{ name: 'We leave', why: 'Because' }}
      adding={{ label: 'Add what we will not do', placeholder: 'Add what we will not do …' }}
      lines={view.not_doing}
      editable={editable}
      add={(name) => add.attempt({ plan: view.plan.id, values: { name } })}
      edit={(id, change) => act('edit_out_of_scope', { id, change })}
      move={(id, after) => move.run({ id, after })}
      remove={(line) => void remove({ id: line.id }, line.name || 'a line')}
    />
  );
}
