/** How much room the library takes in the file. */
import { useAsk } from '../../api';
import { useFormats } from '../../shared';
import { spaceInWords } from '../words';

export function Space() {
  const { number } = useFormats();
  const size = useAsk('library_size', {}).data;
  const said = size && spaceInWords(size, number);
  return said ? <p className="soft small">{said}</p> : null;
}
