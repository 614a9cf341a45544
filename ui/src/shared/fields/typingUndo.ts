/**
 * Undo inside a field. WebKitGTK ignores Ctrl+Z in text fields, so the keys come to us: first the typing of this visit
 * to the field goes back, then the workspace's own steps.
 */
import { useSyncExternalStore } from 'react';

type TextControl = HTMLInputElement | HTMLTextAreaElement;

function textControl(element: Element | null): TextControl | null {
  if (element instanceof HTMLTextAreaElement) return element;
  if (element instanceof HTMLInputElement && /^(text|search|number|email|url|)$/.test(element.type))
    return element;
  return null;
}

const atFirst = new WeakMap<TextControl, string>();

/** Remembers what a field held when it was entered. Mounted once. */
export function watchTyping(): () => void {
  const entered = (event: FocusEvent) => {
    const control = textControl(event.target as Element | null);
    if (control) atFirst.set(control, control.value);
  };
  document.addEventListener('focusin', entered);
  return () => document.removeEventListener('focusin', entered);
}

/** Returns whether the field that has the keyboard holds typing that can be taken back. */
function isTyping(): boolean {
  const control = textControl(document.activeElement);
  if (!control || control.readOnly) return false;
  const first = atFirst.get(control);
  return first !== undefined && control.value !== first;
}

const moments = ['focusin', 'focusout', 'input', 'change'] as const;

/** Returns whether undo would take back typing now, rather than a step of the workspace. */
export function useIsTyping(): boolean {
  return useSyncExternalStore((tell) => {
    // The keyboard is elsewhere only once the event is over.
    const later = () => setTimeout(tell);
    for (const moment of moments) document.addEventListener(moment, later);
    return () => {
      for (const moment of moments) document.removeEventListener(moment, later);
    };
  }, isTyping);
}

/** Has the browser go one step back or forth in the typing. Returns whether that changed the text. */
function step(control: TextControl, command: 'undo' | 'redo'): boolean {
  const before = control.value;
  document.execCommand?.(command);
  return control.value !== before;
}

/** Takes back the last typing in the field that has the keyboard. False when there is none to take back. */
export function undoTyping(): boolean {
  const control = textControl(document.activeElement);
  if (!control || !isTyping()) return false;
  // What the browser does not remember goes back as a whole: typing is never left for a step of the workspace.
  if (!step(control, 'undo')) write(control, atFirst.get(control) ?? '');
  return true;
}

/** Puts a text into a field as if it were typed. */
function write(control: TextControl, text: string) {
  const kind = control instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  // React listens to the event, and believes it only when the value was set behind its back.
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(control, text);
  control.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Brings back typing that was taken back. */
export function redoTyping(): boolean {
  const control = textControl(document.activeElement);
  return control !== null && !control.readOnly && step(control, 'redo');
}
