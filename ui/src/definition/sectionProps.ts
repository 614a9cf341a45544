/** What every section of the definition takes: the page as the core worked it out, and whether it can be edited just now. */
import type { DefinitionView } from '../api';

export interface SectionProps {
  view: DefinitionView;
  editable: boolean;
}
