/** What stands on a page whose first answer takes its time: after opening, very many leads are read once. */
import { useEffect, useState } from 'react';
import { Page } from '../../shared';

/** A shorter wait needs no words, in milliseconds. */
const short = 400;

export function StillReading({ title }: { title: string }) {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), short);
    return () => clearTimeout(timer);
  }, []);
  if (!isLong) return null;
  return (
    <Page title={title}>
      <p role="status">
        Reading the leads. This happens once after opening, and takes a few seconds when there are very many.
      </p>
    </Page>
  );
}
