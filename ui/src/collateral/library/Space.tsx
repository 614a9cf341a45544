/** How much room the library takes: in the file, and once more beside the backups. */
import { useAsk } from '../../api';
import { backupsInWords, useFormats } from '../../shared';
import { spaceInWords } from '../words';

export function Space() {
  const { number } = useFormats();
  const size = useAsk('library_size', {}).data;
  const backups = useAsk('space_of_backups', {}).data;
  const said = size && spaceInWords(size, number);
  if (!said) return null;
  const beside = backups && backupsInWords(backups, number);
  return <p className="soft small">{beside ? `${said} ${beside}` : said}</p>;
}
