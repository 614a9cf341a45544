/** A promise that another room makes, with every case behind its numbers: what is owed past its day at once, the others when asked for. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { PromiseCase, PromiseOfRoom } from '../../api';
import { useFormats } from '../../shared';
import { useRoom } from '../../shared/rooms';
import { caseInWords } from './countsInWords';
import { KeptLine } from './KeptLine';
import classes from './Promises.module.css';

export function KeptOfRoom({ promise }: { promise: PromiseOfRoom }) {
  const { number } = useFormats();
  const [showsAll, setShowsAll] = useState(false);
  const cases = showsAll ? promise.cases : promise.cases.filter(({ fared }) => fared === 'overdue');
  const all = promise.cases.length;
  return (
    <KeptLine promise={promise}>
      <p className={classes.counts}>{promise.sentence}.</p>
      {cases.length > 0 && (
        <ul className={classes.cases} aria-label={`${promise.name}: ${promise.counted}`}>
          {cases.map((one) => (
            <Case key={one.id} of={promise.room} one={one} />
          ))}
        </ul>
      )}
      {!showsAll && all > cases.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setShowsAll(true)}>
          {all === 1
            ? `Show the ${promise.counted.replace(/s$/, '')}`
            : `Show all ${number(all)} ${promise.counted}`}
        </Button>
      )}
    </KeptLine>
  );
}

function Case({ of, one }: { of: string; one: PromiseCase }) {
  const { day } = useFormats();
  const PromiseLink = useRoom(of)?.PromiseLink;
  return (
    <li>
      {PromiseLink ? <PromiseLink to={one} /> : one.words}
      <span className="soft">, {caseInWords(one, day)}</span>
    </li>
  );
}
