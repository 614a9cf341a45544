/** Somebody who came for a section (the address names it) is led to it once the page stands. */
import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { scrollThere } from './goToSection';

export function useArrivalAt(isHere: boolean) {
  const { hash } = useLocation();
  useEffect(() => {
    if (isHere && hash) scrollThere(hash);
  }, [isHere, hash]);
}
