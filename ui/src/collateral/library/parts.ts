/** What the parts of the library page take. */
import type { LibraryPlace } from '../places';
import type { PieceList } from './question';

export interface PartProps {
  place: LibraryPlace;
  go: (place: LibraryPlace) => void;
  list: PieceList;
}
