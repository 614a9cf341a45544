/** What a room's part of the navigation is made of. */
import type { Icon } from '@tabler/icons-react';
import { createLink, type LinkComponent } from '@tanstack/react-router';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import classes from './Places.module.css';

interface Holding {
  children: ReactNode;
}

interface PlaceProps extends ComponentPropsWithRef<'a'> {
  icon?: Icon;
}

function Place({ icon: PlaceIcon, children, ...anchor }: PlaceProps) {
  return (
    <a {...anchor}>
      {PlaceIcon && <PlaceIcon size={18} aria-hidden />}
      {children}
    </a>
  );
}

const PlaceLink = createLink(Place);

/** A link to a place, marked while one is there. */
export const NavPlace: LinkComponent<typeof Place> = (props) => (
  <PlaceLink
    className={classes.place}
    activeOptions={{ exact: true, includeSearch: false }}
    activeProps={{ 'aria-current': 'page' }}
    {...props}
  />
);

/** A word at the end of a link: where something stands. */
export function NavAside({ children }: Holding) {
  return <span className={classes.aside}>{children}</span>;
}

/** What the places below it are of. */
export function NavHeading({ id, children }: Holding & { id?: string }) {
  return (
    <h2 className={classes.heading} id={id}>
      {children}
    </h2>
  );
}

/** Places that are of one kind, below the heading with this id. */
export function NavList({ of, children }: Holding & { of: string }) {
  return (
    <ul className={classes.list} aria-labelledby={of}>
      {children}
    </ul>
  );
}

/** Places that belong to none of the headings. */
export function NavApart({ children }: Holding) {
  return <div className={classes.apart}>{children}</div>;
}

/** Places at the foot of the window. */
export function NavFoot({ children }: Holding) {
  return <div className={classes.foot}>{children}</div>;
}
