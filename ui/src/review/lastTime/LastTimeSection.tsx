/** What comes back from earlier reviews: what was decided, what is not done yet, and what is still parked. */
import type { ReactNode } from 'react';
import { type ParkedLine, useAct } from '../../api';
import { Block, Section, useFormats } from '../../shared';
import { ActionLine } from '../minutes/ActionLine';
import { DecisionWritten } from '../minutes/DecisionWritten';
import { Done } from '../minutes/Done';
import classes from '../minutes/Minutes.module.css';
import type { SectionProps } from '../sections';
import { counted } from '../words';

export function LastTimeSection({ view, editable }: SectionProps) {
  const { number } = useFormats();
  const last = view.worksheet.last_time;
  const { year } = view.line.review;
  if (last.review === null) {
    return (
      <Section id="last-time" title="Last time">
        <p className="soft measure">
          No review was closed before this one. From the next one on, its decisions, open actions and parked
          thoughts come back here.
        </p>
      </Section>
    );
  }
  const open = last.actions.filter(({ action }) => action.done_on === null).length;
  const finding = open === 0 ? 'every action is done' : `${counted(open, 'action', number)} not done yet`;
  return (
    <Section id="last-time" title={`Last time, in ${last.label}: ${finding}`}>
      <Group title="Decided" none="Nothing was decided.">
        {last.decisions.map((line) => (
          <li key={line.id}>
            <DecisionWritten line={line} year={year} addressed={false} />
          </li>
        ))}
      </Group>
      <Group title="Actions" none="No action was agreed.">
        {last.actions.map((line) => (
          <li key={line.action.id}>
            <ActionLine line={line} writable={editable} from />
          </li>
        ))}
      </Group>
      <Group title="Still parked" none="Nothing is parked.">
        {last.parked.map((line) => (
          <Parked key={line.id} line={line} editable={editable} />
        ))}
      </Group>
    </Section>
  );
}

function Group({ title, none, children }: { title: string; none: string; children: ReactNode[] }) {
  return (
    <Block title={title}>
      {children.length === 0 ? (
        <p className="soft">{none}</p>
      ) : (
        <ul className={classes.list} aria-label={title}>
          {children}
        </ul>
      )}
    </Block>
  );
}

function Parked({ line, editable }: { line: ParkedLine; editable: boolean }) {
  const { number } = useFormats();
  const edit = useAct('edit_review_parked');
  return (
    <li className={classes.line} data-done>
      <Done
        label={`Settled: ${line.name || 'this thought'}`}
        done={false}
        save={(settled) => edit.attempt({ id: line.id, change: { settled } })}
        locked={!editable}
      />
      <p className={classes.name}>{line.name}</p>
      <span className={classes.aside}>
        {line.parked_in}
        {line.carried_over > 0 && `, carried over ${number(line.carried_over)}×`}
      </span>
    </li>
  );
}
