/** The sections of the plan, by their titles and in the order of the session. */
import type { Section } from '../../api';

export const sectionTitles: Record<Section, string> = {
  look_back: 'Look back',
  focus: 'Focus',
  goals: 'Joint goals',
  funnel: 'Funnel maths',
  initiatives: 'Initiatives',
  who_does_what: 'Who does what',
  risks: 'Risks and budget',
  agreement: 'Agreement',
};

export const allSections = Object.keys(sectionTitles) as Section[];
