/** Puts the reviews of a fiscal year on the calendar: one a quarter, and monthly check-ins where wanted. */
import { Button } from '@mantine/core';
import { type ReviewYear, useAct } from '../../api';
import { useUndoOffer } from '../../shared';

interface PlanReviewsProps {
  year: ReviewYear;
  /** Whether it is the one thing to do on the page. */
  first?: boolean;
}

export function PlanReviews({ year, first = false }: PlanReviewsProps) {
  const plan = useAct('plan_reviews');
  const offerUndo = useUndoOffer();
  const { label, is_planned: isPlanned, has_months: hasMonths } = year;
  const planThem = async (monthly: boolean) => {
    const done = await plan.runStep({ year: year.year, monthly });
    if (!done) return;
    const what = monthly && isPlanned ? 'monthly check-ins' : 'reviews';
    offerUndo(`The ${what} of ${label} are planned.`, done.step);
  };
  return (
    <>
      {!isPlanned && (
        <Button
          variant={first ? 'filled' : 'default'}
          disabled={plan.isRunning}
          onClick={() => void planThem(false)}
        >
          Plan the reviews of {label}
        </Button>
      )}
      {!hasMonths && (
        <Button
          variant={isPlanned ? 'subtle' : 'default'}
          disabled={plan.isRunning}
          onClick={() => void planThem(true)}
        >
          {isPlanned ? 'Add monthly check-ins' : 'With monthly check-ins'}
          <span className="visually-hidden"> for {label}</span>
        </Button>
      )}
    </>
  );
}
