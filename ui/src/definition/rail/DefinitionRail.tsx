/** The contents of the definition: its sections, what is filled in, and what is still missing. */
import type { DefinitionView } from '../../api';
import { ContentsRail } from '../../shared';
import { type Place, placesOf, placeTitles } from '../words';

export function DefinitionRail({ view }: { view: DefinitionView }) {
  const places = placesOf(view).map((place) => ({
    section: place,
    title: placeTitles[place],
    missing: view.version === null ? view.missing.filter((item) => item.part === place).length : 0,
    isFilledIn: hasSomething(view, place),
  }));
  return <ContentsRail of="the definition" places={places} />;
}

/** Whether somebody wrote something in a section; whether it suffices, only the core knows. */
function hasSomething(view: DefinitionView, place: Place): boolean {
  switch (place) {
    case 'sentence':
      return view.definition.sentence !== '';
    case 'customer':
    case 'information':
    case 'certainty': {
      const question = view.questions.find((known) => known.question === place);
      return question !== undefined && (question.answer !== '' || question.criteria.length > 0);
    }
    case 'threshold':
      return view.definition.threshold !== null;
    case 'non_leads':
      return view.non_leads.length > 0;
    case 'signals':
      return view.triggers.length > 0 || view.walk_aways.length > 0;
    case 'examples':
      return view.examples.length > 0;
    case 'promises':
      return view.promises.length > 0;
    case 'agreement':
      return view.agreement.in_force !== null;
    case 'try_a_lead':
    case 'back_test':
      return false;
  }
}
