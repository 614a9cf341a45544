/** How large everything on the page is: chosen with the keyboard or the menu, kept for the next start. */
import { tellError } from '../api';
import { setZoom } from '../platform';

/** The sizes, in hundredths of the usual one. */
export const sizes = [80, 90, 100, 110, 125, 150, 175, 200] as const;
const usual = 100;
const place = 'text-size';

/** Returns the size that is chosen. What was kept by another version, or by nobody, is the usual one. */
export function textSize(): number {
  const kept = Number(localStorage.getItem(place));
  return sizes.find((size) => size === kept) ?? usual;
}

/** Returns the size one step up or down, or the same at either end. */
export function stepped(size: number, step: 1 | -1): number {
  const found = step > 0 ? sizes.find((other) => other > size) : sizes.findLast((other) => other < size);
  return found ?? size;
}

/** Shows everything in this size from now on, and returns it. */
export function showInSize(size: number): number {
  localStorage.setItem(place, String(size));
  void setZoom(size / 100).catch(tellError);
  return size;
}

/** Shows everything in the size that was kept. */
export function showInKeptSize() {
  const size = textSize();
  if (size !== usual) showInSize(size);
}
