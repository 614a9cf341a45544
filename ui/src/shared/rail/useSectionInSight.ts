/** Which section the reader is in: the last one whose head has passed the upper third of the window. */
import { useEffect, useState } from 'react';
import { addressOf } from './goToSection';

export function useSectionInSight(sections: readonly string[]): string | undefined {
  const [inSight, setInSight] = useState<string | undefined>(sections[0]);
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const line = window.innerHeight / 3;
      const passed = sections.filter((section) => {
        const place = document.getElementById(addressOf(section));
        return place !== null && place.getBoundingClientRect().top <= line;
      });
      setInSight(passed.at(-1) ?? sections[0]);
    };
    const scrolled = () => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    look();
    // What scrolls is an element of the frame, so the event is caught on its way down.
    document.addEventListener('scroll', scrolled, { capture: true, passive: true });
    return () => {
      document.removeEventListener('scroll', scrolled, { capture: true });
      cancelAnimationFrame(frame);
    };
  }, [sections]);
  return inSight;
}
