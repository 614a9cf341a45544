/** The small pictures of pieces, asked together. */
import { type PieceLine, useAsk } from '../api';

export function usePictures(lines: readonly PieceLine[]): (line: PieceLine) => string | undefined {
  const hashes = lines.flatMap(({ has_picture, version }) => (has_picture && version ? [version.hash] : []));
  const pictures = useAsk('piece_pictures', { hashes }, { enabled: hashes.length > 0 });
  return ({ version }) => (version ? pictures.data?.[version.hash] : undefined);
}
