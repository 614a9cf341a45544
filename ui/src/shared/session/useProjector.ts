/** Sets the window up for the projector while the session is on screen: full, large, light; and back as it was. */
import { useEffect, useState } from 'react';
import { isFullScreen, setFullScreen } from '../../platform';

/** With this size of the root the body text (15 of 16) is 24 pixels. */
const largeType = '160%';
const scheme = 'data-mantine-color-scheme';

export function useProjector() {
  const [isDark, setDark] = useState(false);

  useEffect(() => {
    let wasFull = true;
    isFullScreen()
      .then((full) => {
        wasFull = full;
        return full ? undefined : setFullScreen(true);
      })
      .catch(() => {
        // A desktop that knows no full screen still shows the session in its window.
      });
    return () => {
      if (!wasFull) setFullScreen(false).catch(() => {});
    };
  }, []);

  useEffect(() => {
    const root = document.documentElement;
    const before = root.style.fontSize;
    root.style.fontSize = largeType;
    return () => {
      root.style.fontSize = before;
    };
  }, []);

  useEffect(() => {
    const root = document.documentElement;
    const before = root.getAttribute(scheme) ?? 'light';
    return () => root.setAttribute(scheme, before);
  }, []);
  useEffect(() => document.documentElement.setAttribute(scheme, isDark ? 'dark' : 'light'), [isDark]);

  return { isDark, setDark };
}
