/** What the room of reviews hands the page. */
import { createRoute, Link, lazyRouteComponent } from '@tanstack/react-router';
import { lazy } from 'react';
import { call, tellError } from '../api';
import type { Navigate, Room } from '../shared/room';
import { root } from '../shared/root';
import { ReviewNavigation } from './ReviewNavigation';

/** The pages are loaded when somebody goes there. */
const pages = () => import('./index');

/** These come after the first screen, for they ask something of their own; so they stand below what is drawn at once. */
const NextReview = lazy(() => import('./home/NextReview').then((it) => ({ default: it.NextReview })));
const NextReviewBeforePlan = lazy(() =>
  import('./home/NextReview').then((it) => ({ default: it.NextReviewBeforePlan })),
);
const YearGoals = lazy(() => import('./home/YearGoals').then((it) => ({ default: it.YearGoals })));

/** On the pages of what is agreed, below what they show themselves. */
const DecidedElsewhere = lazy(() =>
  import('./decided/DecidedElsewhere').then((it) => ({ default: it.DecidedElsewhere })),
);
const Learnings = lazy(() => import('./learnings/Learnings').then((it) => ({ default: it.Learnings })));

const routes = [
  createRoute({
    getParentRoute: () => root,
    path: '/review',
    component: lazyRouteComponent(pages, 'ReviewsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/review/$review',
    component: lazyRouteComponent(pages, 'ReviewPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/review/$review/session',
    component: lazyRouteComponent(pages, 'ReviewSessionPage'),
    staticData: { wholeWindow: true },
  }),
];

/** Which section of the list shows what waits, by its task. */
const sections: Readonly<Record<string, string>> = { act: 'actions', sign: 'sign' };

export const review: Room<typeof routes> = {
  name: 'review',
  routes,
  Navigation: ReviewNavigation,
  commandGroup: 'Reviews',
  useCommands: ({ navigate }) => [
    {
      id: 'go-reviews',
      menu: 'view',
      name: 'Reviews',
      group: 'Go to',
      words: 'quarter month meeting worksheet decisions actions parked calendar',
      run: () => void navigate({ to: '/review' }),
    },
    {
      id: 'go-next-review',
      name: 'Next review',
      group: 'Go to',
      words: 'quarter month meeting worksheet prepare notes',
      run: () => void goToNext(navigate),
    },
  ],
  hits: {
    label: 'In the reviews',
    kind: 'Review',
    open: ({ section, id }, navigate) =>
      void navigate({
        to: '/review/$review',
        params: { review: section },
        hash: id === section ? undefined : id,
      }),
  },
  WaitingLink: ({ to: { task, words } }) => (
    <Link to="/review" hash={sections[task] ?? 'next'}>
      {words}
    </Link>
  ),
  // What is done waits for nobody, so it does not stand among the open actions.
  PromiseLink: ({ to: { id, words, done_on: done } }) =>
    done === null ? (
      <Link to="/review" hash={id}>
        {words}
      </Link>
    ) : (
      words
    ),
  OfAgreed: DecidedElsewhere,
  OfYearBefore: Learnings,
  home: [
    { id: 'year-goals', order: 42, Card: YearGoals },
    { id: 'next-review', order: 45, Card: NextReview, BeforePlan: NextReviewBeforePlan },
  ],
  fieldNames: () => import('./fieldNames'),
};

/** Goes to the review that is next; to all of them where none is planned. */
async function goToNext(navigate: Navigate) {
  try {
    const { next } = await call('list_reviews', {});
    await (next
      ? navigate({ to: '/review/$review', params: { review: next.review.id } })
      : navigate({ to: '/review' }));
  } catch (thrown) {
    tellError(thrown);
  }
}
