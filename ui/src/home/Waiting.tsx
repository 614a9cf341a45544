/** What waits for whom. One column a side, of equal weight; a side for which nothing waits is told so. */
import { Link } from '@tanstack/react-router';
import { useAsk } from '../api';
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
            <Link to="/plan/$year" params={{ year: String(one.year) }} hash="agreement">
              {one.words}
            </Link>
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
