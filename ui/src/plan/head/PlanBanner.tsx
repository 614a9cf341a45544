/** Says, where it is so, that the page shows a signed version or cannot be edited just now, and the way on. */
import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { PlanView } from '../../api';
import { ButtonLink } from '../../shared';
import { useGoToSection } from '../agreement/goToSection';
import classes from './Head.module.css';

interface PlanBannerProps {
  view: PlanView;
  readOnly: string | null;
}

export function PlanBanner({ view, readOnly }: PlanBannerProps) {
  const go = useGoToSection();
  if (view.version !== null)
    return (
      <div className={classes.banner} role="status">
        <IconLock size={18} aria-hidden />
        <p>You are reading version {view.version} as it was signed. Nothing in it can change.</p>
        <ButtonLink to="/plan/$year" params={{ year: String(view.plan.year) }} size="compact-md">
          Back to the draft
        </ButtonLink>
      </div>
    );
  if (view.locked !== null)
    return (
      <div className={classes.banner} role="status">
        <IconLock size={18} aria-hidden />
        <p>{view.locked} Until both sides have signed or the proposal is withdrawn, nothing can be edited.</p>
        <Button size="compact-md" onClick={() => go('agreement')}>
          Go to the signatures
        </Button>
      </div>
    );
  if (readOnly !== null)
    return (
      <div className={classes.banner} role="status">
        <IconLock size={18} aria-hidden />
        <p>This workspace can only be read: {readOnly}</p>
      </div>
    );
  return null;
}
