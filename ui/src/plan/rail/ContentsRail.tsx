/** The contents beside the page: where the eye is, what is filled in, and what is still missing before it can be signed. */
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { PlanView, Section } from '../../api';
import { scrollThere } from '../agreement/goToSection';
import { allSections, sectionTitles } from '../session/sections';
import classes from './ContentsRail.module.css';
import { useSectionInSight } from './useSectionInSight';

export function ContentsRail({ view }: { view: PlanView }) {
  const inSight = useSectionInSight(allSections);
  return (
    <nav aria-label="Contents of the plan">
      <ol className={classes.rail}>
        {allSections.map((section) => (
          <li key={section}>
            <button
              type="button"
              className={classes.place}
              aria-current={section === inSight ? 'location' : undefined}
              onClick={() => scrollThere(section)}
            >
              <span>{sectionTitles[section]}</span>
              <Mark view={view} section={section} />
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Mark({ view, section }: { view: PlanView; section: Section }) {
  const missing = view.missing.filter((item) => item.section === section).length;
  if (view.version === null && missing > 0)
    return (
      <span className={classes.missing}>
        <IconAlertTriangle size={15} aria-hidden />
        <span aria-hidden>{missing}</span>
        <span className="visually-hidden">
          {missing === 1 ? ', one thing is missing' : `, ${missing} things are missing`}
        </span>
      </span>
    );
  if (!hasSomething(view, section)) return null;
  return (
    <span className={classes.done}>
      <IconCheck size={15} aria-hidden />
      <span className="visually-hidden">, filled in</span>
    </span>
  );
}

/** Whether somebody wrote something in a section; whether it suffices, only the core knows. */
function hasSomething(view: PlanView, section: Section): boolean {
  switch (section) {
    case 'look_back':
      return view.look_back.yardsticks.length > 0 || view.look_back.silent.revealed;
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
