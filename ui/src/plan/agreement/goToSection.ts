/** How a list of what is missing leads to the place where it can be mended. On the page that is scrolling there. */
import { createContext, useContext } from 'react';
import type { Section } from '../../api';

/** Goes to a section, and to a line of it where one is named. */
export type Go = (section: Section, line?: string | null) => void;

/** Puts the keyboard and the eye on a section that stands on the page. */
export const scrollThere: Go = (section, line) => {
  const place =
    (line && document.getElementById(line)) || document.getElementById(section.replaceAll('_', '-'));
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
