/** Says, where it is so, that the page shows a signed version or cannot be edited just now, and the way on. */
import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useGoToSection } from '../rail/goToSection';
import type { Agreed } from './agreed';
import classes from './Head.module.css';

interface AgreedBannerProps {
  of: Agreed;
  /** Why the draft cannot be edited just now, where it cannot. */
  locked: string | null;
  /** Why the whole workspace can only be read, where it can. */
  readOnly: string | null;
}

export function AgreedBanner({ of, locked, readOnly }: AgreedBannerProps) {
  const go = useGoToSection();
  if (of.version !== null)
    return (
      <Banner>
        <p>You are reading version {of.version} as it was signed. Nothing in it can change.</p>
        {of.link(null, 'Back to the draft')}
      </Banner>
    );
  if (locked !== null)
    return (
      <Banner>
        <p>{locked} Until both sides have signed or the proposal is withdrawn, nothing can be edited.</p>
        <Button size="compact-md" onClick={() => go('agreement')}>
          Go to the signatures
        </Button>
      </Banner>
    );
  if (readOnly !== null)
    return (
      <Banner>
        <p>This workspace can only be read: {readOnly}</p>
      </Banner>
    );
  return null;
}

function Banner({ children }: { children: ReactNode }) {
  return (
    <div className={classes.banner} role="status">
      <IconLock size={18} aria-hidden />
      {children}
    </div>
  );
}
