/** Which workspace lies open, for whatever stands inside it. */
import { createContext, useContext } from 'react';
import type { OpenWorkspace } from '../platform';

const OpenWorkspaceContext = createContext<OpenWorkspace | null>(null);
export const OpenWorkspaceProvider = OpenWorkspaceContext.Provider;

/** Returns the workspace that lies open. */
export function useOpenWorkspace(): OpenWorkspace {
  const workspace = useContext(OpenWorkspaceContext);
  if (!workspace) throw new Error('This stands outside an open workspace.');
  return workspace;
}
