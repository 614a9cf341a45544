/** The files that wait to be taken in, as the shell keeps them, and how far the reading of each is. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { CallError } from '../../api';
import { onShell, type StagedFile } from '../../platform';
import { askShell } from '../../shared/shell';

const key = ['staged_files'];

export function useStagedFiles() {
  const client = useQueryClient();
  useEffect(() => onShell('staged-files', () => void client.invalidateQueries({ queryKey: key })), [client]);
  return useQuery<StagedFile[], CallError>({
    queryKey: key,
    queryFn: () => askShell('staged_files', {}),
    // The shell tells of changes only while somebody listens.
    staleTime: 0,
    gcTime: 0,
  });
}

/** Returns how much of a file is read, of 1; null while nobody has said. */
export function useProgress(): (token: string) => number | null {
  const [progress, setProgress] = useState<Record<string, number>>({});
  useEffect(
    () =>
      onShell('import-progress', ({ token, read, of }) =>
        setProgress((before) => ({ ...before, [token]: of === 0 ? 0 : read / of })),
      ),
    [],
  );
  return (token) => progress[token] ?? null;
}
