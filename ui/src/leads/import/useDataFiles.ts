/** The files that wait to be taken in, as the shell keeps them, and how far the reading of each is. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { CallError } from '../../api';
import { type DataFile, onShell } from '../../platform';
import { askShell } from '../../shared/shell';

const key = ['data_files'];

export function useDataFiles() {
  const client = useQueryClient();
  useEffect(() => onShell('data', () => void client.invalidateQueries({ queryKey: key })), [client]);
  return useQuery<DataFile[], CallError>({
    queryKey: key,
    queryFn: () => askShell('data_files', {}),
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
      onShell('data-progress', ({ token, read, of }) =>
        setProgress((before) => ({ ...before, [token]: of === 0 ? 0 : read / of })),
      ),
    [],
  );
  return (token) => progress[token] ?? null;
}
