/** A line that was just added takes the keyboard, once it is there. */
import { useCallback, useState } from 'react';

export function useArrival() {
  const [expected, setExpected] = useState<string | null>(null);
  return {
    /** Says which line comes. */
    expect: setExpected,
    /** Whether this is the one that was just added. */
    is: useCallback((id: string) => id === expected, [expected]),
  };
}
