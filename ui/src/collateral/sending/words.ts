/** How a send pack is put into words. */
import type { PackItem } from '../../api';
import { titleOf } from '../words';

/** Returns what is not approved and current, each with why. */
export function notReadyInWords(items: readonly Pick<PackItem, 'title' | 'not_ready'>[]): string[] {
  return items
    .filter(({ not_ready: why }) => why !== '')
    .map((item) => `${titleOf(item)}: ${item.not_ready}`);
}

/** Returns whether a pack can go: nothing in it is retired, and what is not ready goes only where somebody said so. */
export function canGo(
  items: readonly Pick<PackItem, 'not_ready' | 'is_retired'>[],
  isSaidOutright: boolean,
): boolean {
  return items.every((item) => !item.is_retired && (item.not_ready === '' || isSaidOutright));
}
