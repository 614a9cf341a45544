/**
 * What went well, what did not, what we learned. Silent first: each side writes before it sees the other's points; when
 * both are ready all are revealed together, once and for good.
 */
import { act, type Side, useAct, useAsk } from '../../api';
import { Block, SidePair } from '../../shared';
import type { SectionProps } from '../sectionProps';
import { RetroNoteList } from './RetroNoteList';
import classes from './RetroNotes.module.css';
import { SealedSide } from './SealedSide';

export function RetroNotes({ view, editable }: SectionProps) {
  const { silent } = view.look_back;
  const writes = useWriters(view);
  return (
    <Block
      title="What went well, what did not, what we learned"
      lead={
        silent.revealed
          ? 'Both sides wrote theirs before they saw the other’s. Add what comes up now.'
          : 'Silent first: each side writes its own points. Nobody sees the other side’s until both are ready; then all are revealed together.'
      }
    >
      <SidePair
        sales={<RetroNotesOf side="sales" view={view} editable={editable} writes={writes.sales} />}
        marketing={
          <RetroNotesOf side="marketing" view={view} editable={editable} writes={writes.marketing} />
        }
      />
    </Block>
  );
}

/** Returns for which sides whoever is at the keyboard writes. The core decides again when they do. */
function useWriters(view: SectionProps['view']): Record<'sales' | 'marketing', boolean> {
  const people = useAsk('people', {});
  const here = people.data?.people.find((person) => person.id === people.data.here);
  const both = view.company.one_person_does_both && here !== undefined && here.side !== 'leadership';
  return { sales: both || here?.side === 'sales', marketing: both || here?.side === 'marketing' };
}

interface RetroNotesOfProps extends SectionProps {
  side: Exclude<Side, 'leadership'>;
  /** Whether whoever is at the keyboard writes for this side. */
  writes: boolean;
}

function RetroNotesOf({ side, view, editable, writes }: RetroNotesOfProps) {
  const { silent, points } = view.look_back;
  const ready = useAct('set_ready');
  const isReady = side === 'sales' ? silent.sales_ready : silent.marketing_ready;
  const count = side === 'sales' ? silent.sales_points : silent.marketing_points;
  const setReady = (next: boolean) => void ready.run({ plan: view.plan.id, side, ready: next });
  return (
    <div className={classes.side}>
      {(silent.revealed || writes) && (
        <RetroNoteList
          plan={view.plan.id}
          side={side}
          points={points.filter((point) => point.side === side)}
          editable={editable && writes && (silent.revealed || !isReady)}
          edit={(id, text) => act('edit_retro_note', { id, change: { text } })}
        />
      )}
      {!silent.revealed && (
        <SealedSide
          side={side}
          count={count}
          isReady={isReady}
          writes={writes && editable}
          setReady={setReady}
        />
      )}
    </div>
  );
}
