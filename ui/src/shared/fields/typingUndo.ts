/**
 * Undo inside a field. WebKitGTK ignores Ctrl+Z in text fields, so the keys come to us: first the typing of this visit
 * to the field goes back, then the workspace's own steps.
 */
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

function step(command: 'undo' | 'redo'): boolean {
  const control = textControl(document.activeElement);
  if (!control || control.readOnly) return false;
  if (command === 'undo' && control.value === atFirst.get(control)) return false;
  const before = control.value;
  document.execCommand(command);
  return control.value !== before;
}

/** Takes back the last typing in the field that has the keyboard. False when there is none to take back. */
export function undoTyping(): boolean {
  return step('undo');
}

/** Brings back typing that was taken back. */
export function redoTyping(): boolean {
  return step('redo');
}
