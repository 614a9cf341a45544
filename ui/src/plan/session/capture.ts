/** How the planning session captures what comes up: each thought with the section in which it came up. */
import { type PlanView, type Section, useAct } from '../../api';
import { keyIn } from '../../shared';
import type { Capturing } from '../../shared/session/Capture';
import { allSections, sectionTitles } from './sections';

/** Returns how what comes up in a section is kept. */
export function useCapturing(view: PlanView): (now: Section) => Capturing {
  const park = useAct('add_parked_item');
  const decide = useAct('add_decision');
  const todo = useAct('add_action_item');
  const plan = view.plan.id;
  return (now) => ({
    people: view.people,
    cameUpIn: {
      options: allSections.map((value) => ({ value, label: sectionTitles[value] })),
      now,
    },
    keep: (kind, { name, owner, due, cameUpIn }) => {
      const section = keyIn(sectionTitles, cameUpIn) ?? now;
      if (kind === 'parked') return park.attempt({ plan, values: { name, section } });
      if (kind === 'decision') return decide.attempt({ plan, values: { name, section } });
      return todo.attempt({ plan, values: { name, owner, due, section } });
    },
  });
}
