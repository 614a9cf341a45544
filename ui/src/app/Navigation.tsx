/** The left side: the places there are, room by room. */
import { IconCompass } from '@tabler/icons-react';
import { rooms } from '../rooms';
import { NavPlace, Seal } from '../shared';
import classes from './Navigation.module.css';

export function Navigation() {
  return (
    <nav className={classes.nav} aria-label="Places">
      <div className={classes.mark}>
        <Seal sales marketing state="in_force" size={26} />
        <span>Lockstep</span>
      </div>
      <NavPlace to="/" icon={IconCompass}>
        Where we stand
      </NavPlace>
      {rooms.map(({ name, Navigation }) => Navigation && <Navigation key={name} />)}
    </nav>
  );
}
