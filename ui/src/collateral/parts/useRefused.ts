/** What the core refused of a form: at its field where the form has that field, else below them all. */
import { useState } from 'react';
import { asCallError, type CallError, inWords } from '../../api';

export function useRefused(fields: readonly string[]) {
  const [error, setError] = useState<CallError | null>(null);
  const stands = error?.field && fields.includes(error.field);
  return {
    /** Does it, and returns whether it was done. */
    attempt: async (deed: () => Promise<unknown>): Promise<boolean> => {
      setError(null);
      try {
        await deed();
        return true;
      } catch (thrown) {
        setError(asCallError(thrown));
        return false;
      }
    },
    at: (field: string) => (error && error.field === field ? inWords(error) : undefined),
    elsewhere: error && !stands ? inWords(error) : null,
  };
}
