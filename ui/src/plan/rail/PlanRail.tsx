/** The contents of the plan: its sections, what is filled in, and what is still missing. */
import type { PlanView, Section } from '../../api';
import { ContentsRail } from '../../shared';
import { allSections, sectionTitles } from '../session/sections';

export function PlanRail({ view }: { view: PlanView }) {
  const places = allSections.map((section) => ({
    section,
    title: sectionTitles[section],
    missing: view.version === null ? view.missing.filter((item) => item.section === section).length : 0,
    isFilledIn: hasSomething(view, section),
  }));
  return <ContentsRail of="the plan" places={places} />;
}

/** Whether somebody wrote something in a section; whether it suffices, only the core knows. */
function hasSomething(view: PlanView, section: Section): boolean {
  switch (section) {
    case 'look_back':
      return view.look_back.measures.length > 0 || view.look_back.silent.revealed;
    case 'focus':
      return view.plan.positioning !== '' || view.segments.length > 0 || view.accounts.length > 0;
    case 'goals':
      return view.goals.length > 0;
    case 'funnel':
      return view.funnel.new_revenue.value !== null;
    case 'initiatives':
      return view.initiatives.lines.length > 0;
    case 'who_does_what':
      return view.duties.some((duty) => duty.sales_owner !== null && duty.marketing_owner !== null);
    case 'risks':
      return view.risks.length > 0;
    case 'agreement':
      return view.agreement.in_force !== null;
  }
}
