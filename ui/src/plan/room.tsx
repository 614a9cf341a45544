/** What the room of the annual plan hands the page. */
import { createRoute, Link, lazyRouteComponent } from '@tanstack/react-router';
import type { UiCommand } from '../shared/commands/commands';
import { later } from '../shared/later';
import { currentPlan, usePlans } from '../shared/plans';
import type { Room, Ways } from '../shared/room';
import { root } from '../shared/root';
import { BeginPlan } from './home/BeginPlan';
import { JointGoals } from './home/JointGoals';
import { YearSeal } from './home/YearSeal';
import { PlanNavigation } from './PlanNavigation';

/** The pages are loaded when somebody goes there. */
const pages = () => import('./index');

const routes = [
  createRoute({
    getParentRoute: () => root,
    path: '/plan/$year',
    component: lazyRouteComponent(pages, 'PlanPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/plan/$year/session',
    component: lazyRouteComponent(pages, 'SessionPage'),
    staticData: { wholeWindow: true },
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/compare',
    component: lazyRouteComponent(pages, 'ComparePage'),
  }),
];

export const plan: Room<typeof routes> = {
  name: 'plan',
  routes,
  Navigation: PlanNavigation,
  commandGroup: 'Plan',
  useCommands,
  dialogs: {
    'export-plan': later(() => import('./agreement/ExportPlanDialog').then((it) => it.ExportPlanDialog)),
  },
  hits: {
    label: 'In the plans',
    open: ({ year, section }, navigate) =>
      void navigate({
        to: '/plan/$year',
        params: { year: String(year) },
        hash: section.replaceAll('_', '-'),
      }),
  },
  WaitingLink: ({ to: { year, words } }) => (
    <Link to="/plan/$year" params={{ year: String(year) }} hash="agreement">
      {words}
    </Link>
  ),
  home: [
    { id: 'year', order: 10, Card: YearSeal, BeforePlan: BeginPlan },
    { id: 'goals', order: 40, Card: JointGoals },
  ],
  firstQuestions: [['list_plans', {}]],
  fieldNames: () => import('./fieldNames'),
};

function useCommands({ navigate, show }: Ways) {
  const plans = usePlans();
  const current = currentPlan(plans);
  const toPlan = (year: number) => void navigate({ to: '/plan/$year', params: { year: String(year) } });
  const ofYears = plans.map(({ year, label }) => ({
    id: `plan-${year}`,
    name: `Plan ${label}`,
    group: 'Go to',
    words: String(year),
    run: () => toPlan(year),
  }));
  const ofThisYear: UiCommand = {
    id: 'go-plan',
    menu: 'view',
    name: 'Plan of this year',
    group: 'Go to',
    run: () => (current ? toPlan(current.year) : void navigate({ to: '/' })),
  };
  const toExport: UiCommand = {
    id: 'export-plan',
    menu: 'file',
    name: 'Export plan…',
    group: 'Workspace',
    keys: ['mod+P'],
    words: 'print pdf xlsx excel csv json',
    run: () => show('export-plan'),
  };
  return [...ofYears, ofThisYear, ...(plans.length > 0 ? [toExport] : [])];
}
