/** What waits for whom. One column a side, of equal weight; a side for which nothing waits is told so. */
import { Link } from '@tanstack/react-router';
import { useAsk, type Waiting as WaitingFor } from '../api';
import { Section, SidePair } from '../shared';
import classes from './Home.module.css';

export function Waiting() {
  const waits = useAsk('what_waits', {});
  if (!waits.data) return null;
  const list = (side: 'sales' | 'marketing') => {
    const waiting = waits.data.filter((one) => one.sides.includes(side));
    if (waiting.length === 0) return <p className={classes.nothing}>Nothing waits.</p>;
    return (
      <ul className={classes.waiting}>
        {waiting.map((one) => (
          <li key={one.words}>
            <Way to={one} />
          </li>
        ))}
      </ul>
    );
  };
  return (
    <Section id="waiting" title="What waits for whom">
      <SidePair sales={list('sales')} marketing={list('marketing')} />
    </Section>
  );
}

/** The way to the page where it is done. */
function Way({ to: { words, room, year } }: { to: WaitingFor }) {
  if (room === 'definition' || year === null)
    return (
      <Link to="/definition" hash="agreement">
        {words}
      </Link>
    );
  return (
    <Link to="/plan/$year" params={{ year: String(year) }} hash="agreement">
      {words}
    </Link>
  );
}
