/** What waits for whom. One column a side, of equal weight; a side for which nothing waits is told so. */
import { useAsk, type Waiting } from '../api';
import { rooms } from '../rooms';
import { Section, SidePair, useFormats } from '../shared';
import classes from './Home.module.css';

export function WaitingSection() {
  const waits = useAsk('what_waits', {});
  const here = useAsk('people', {}).data?.here;
  if (!waits.data) return null;
  const list = (side: 'sales' | 'marketing') => {
    const waiting = waits.data.filter((one) => one.sides.includes(side));
    if (waiting.length === 0) return <p className={classes.nothing}>Nothing waits.</p>;
    return (
      <ul className={classes.waiting}>
        {waiting.map((one) => (
          <li key={`${one.words} ${one.sides}`}>
            <Way to={one} />
            <Yours count={one.people.filter((person) => person === here).length} all={one.people.length} />
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

/** How much of it is to be done by the person at the keyboard. */
function Yours({ count, all }: { count: number; all: number }) {
  const { number } = useFormats();
  if (count === 0) return null;
  return <span className={classes.yours}>{count === all ? 'yours' : `${number(count)} yours`}</span>;
}

/** Before the first plan, nobody has to be told that nothing waits. */
export function WaitingBeforePlan() {
  const waits = useAsk('what_waits', {}).data ?? [];
  return waits.length > 0 && <WaitingSection />;
}

/** The way to the page where it is done. */
function Way({ to }: { to: Waiting }) {
  const WaitingLink = rooms.find((room) => room.name === to.room)?.WaitingLink;
  return WaitingLink ? <WaitingLink to={to} /> : to.words;
}
