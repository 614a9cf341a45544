/** Whom a choice of owner offers: who is here and stands for the side, and whoever was chosen before. */
import type { Person, PlanView, Side } from '../../api';
import { type Option, sideNames } from '../../shared';

function offered(view: PlanView, side: Side | null, chosen: string | null) {
  return (person: Person) => {
    if (person.id === chosen) return true;
    if (person.has_left) return false;
    return side === null || person.side === side || view.company.one_person_does_both;
  };
}

/** Returns who can own something for a side. */
export function ownersOf(view: PlanView, side: Side, chosen: string | null): Option<string>[] {
  return view.people
    .filter(offered(view, side, chosen))
    .map((person) => ({ value: person.id, label: nameOf(person) }));
}

/** Returns who can own something for either side, grouped by side. */
export function ownersOfAnySide(view: PlanView, chosen: string | null): Option<string>[] {
  return view.people
    .filter(offered(view, null, chosen))
    .map((person) => ({ value: person.id, label: nameOf(person), group: sideNames[person.side] }));
}

function nameOf(person: Person): string {
  return person.has_left ? `${person.name} (has left)` : person.name;
}
