/** How a list of what is missing leads to the place where it can be mended. On a page that is scrolling there. */
import { createContext, useContext } from 'react';

/** Goes to a section, and to a line of it where one is named. */
export type Go = (section: string, line?: string | null) => void;

/** Returns the address of a section within its page. */
export function addressOf(section: string): string {
  return section.replaceAll('_', '-');
}

/** Puts the keyboard and the eye on a section that stands on the page. */
export const scrollThere: Go = (section, line) => {
  const place = (line && document.getElementById(line)) || document.getElementById(addressOf(section));
  if (!place) return;
  place.scrollIntoView({ block: 'start' });
  const field = place.matches('section') ? null : place.querySelector<HTMLElement>('input, textarea, button');
  if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
  (field ?? place).focus({ preventScroll: true });
};

/** Replaced by the session, which shows one section at a time. */
export const GoToSection = createContext<Go>(scrollThere);

export function useGoToSection(): Go {
  return useContext(GoToSection);
}
