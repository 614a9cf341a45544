/** The contents beside a page: where the eye is, what is filled in, and what is still missing before it can be signed. */
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useMemo } from 'react';
import classes from './ContentsRail.module.css';
import { scrollThere } from './goToSection';
import { useSectionInSight } from './useSectionInSight';

export interface RailPlace {
  section: string;
  title: string;
  /** How many things are missing there before it can be proposed. */
  missing: number;
  /** Whether somebody wrote something there; whether it suffices, only the core knows. */
  isFilledIn: boolean;
}

interface ContentsRailProps {
  /** Of what: "the plan". */
  of: string;
  places: readonly RailPlace[];
}

export function ContentsRail({ of, places }: ContentsRailProps) {
  const names = places.map((place) => place.section).join(' ');
  const inSight = useSectionInSight(useMemo(() => names.split(' '), [names]));
  return (
    <nav aria-label={`Contents of ${of}`}>
      <ol className={classes.rail}>
        {places.map((place) => (
          <li key={place.section}>
            <button
              type="button"
              className={classes.place}
              aria-current={place.section === inSight ? 'location' : undefined}
              onClick={() => scrollThere(place.section)}
            >
              <span>{place.title}</span>
              <Mark {...place} />
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Mark({ missing, isFilledIn }: RailPlace) {
  if (missing > 0)
    return (
      <span className={classes.missing}>
        <IconAlertTriangle size={15} aria-hidden />
        <span aria-hidden>{missing}</span>
        <span className="visually-hidden">
          {missing === 1 ? ', one thing is missing' : `, ${missing} things are missing`}
        </span>
      </span>
    );
  if (!isFilledIn) return null;
  return (
    <span className={classes.done}>
      <IconCheck size={15} aria-hidden />
      <span className="visually-hidden">, filled in</span>
    </span>
  );
}
