/** The button that says who sits at the keyboard. */
import { UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ComponentPropsWithRef } from 'react';
import type { Output } from '../api';
import { SideBadge, sideNames } from '../shared';
import classes from './TopBar.module.css';

/** Somebody of this workspace. */
export type Person = Output<'people'>['people'][number];

export function WhoButton({
  here,
  ...others
}: { here: Person | undefined } & ComponentPropsWithRef<'button'>) {
  return (
    <UnstyledButton
      {...others}
      className={classes.who}
      aria-label={here ? `At the keyboard: ${here.name}, ${sideNames[here.side]}` : 'Who is at the keyboard?'}
    >
      {here ? <SideBadge side={here.side}>{here.name}</SideBadge> : <span>Who is here?</span>}
      <IconChevronDown size={16} aria-hidden />
    </UnstyledButton>
  );
}
