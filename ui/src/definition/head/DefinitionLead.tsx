/** The line under the title: where the definition stands. */
import type { DefinitionView } from '../../api';
import { standingInWords, useFormats } from '../../shared';

export function DefinitionLead({ view }: { view: DefinitionView }) {
  const { day } = useFormats();
  return standingInWords(view, day);
}
