/** The definition of a qualified lead, as the navigation and the first page show it. */
import { type DefinitionView, useAsk } from '../api';

/** Returns the draft of the definition with where its agreement stands; null while none was begun. */
export function useDefinition(): DefinitionView | null | undefined {
  return useAsk('open_definition', {}).data;
}
