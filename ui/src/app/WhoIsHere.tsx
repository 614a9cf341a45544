/** Who sits at the keyboard. Every change carries that name, so it stands at the top and is one click to change. */
import { useRef, useState } from 'react';
import { useAsk } from '../api';
import { whenLoaded } from '../shared/later';
import { WhoButton } from './WhoButton';

const useWhoMenu = whenLoaded(() => import('./WhoMenu').then((it) => it.WhoMenu));

export function WhoIsHere() {
  const people = useAsk('people', {});
  const [called, setCalled] = useState(false);
  const hasFocus = useRef(false);
  const WhoMenu = useWhoMenu(called);
  const taking = people.data?.people.filter((person) => !person.has_left) ?? [];
  const here = taking.find((person) => person.id === people.data?.here);
  if (!people.data) return null;
  if (WhoMenu) return <WhoMenu taking={taking} here={here} called={called} takesFocus={hasFocus.current} />;
  return (
    <WhoButton
      here={here}
      aria-haspopup="menu"
      onClick={() => setCalled(true)}
      onFocus={() => {
        hasFocus.current = true;
      }}
      onBlur={() => {
        hasFocus.current = false;
      }}
    />
  );
}
