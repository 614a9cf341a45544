/** Shortcuts: which keys a command wants, whether they were pressed, and how they are written. */
import { useEffect } from 'react';
import { allCommands } from './commands';

const isMac = typeof navigator !== 'undefined' && /Mac/.test(navigator.userAgent);

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

/** Returns whether a key press is the one a shortcut names. */
export function isPressed(shortcut: string, event: Pressed, mac = isMac): boolean {
  const parts = shortcut.toLowerCase().split('+');
  const key = parts.at(-1) === 'plus' ? '+' : (parts.at(-1) ?? '');
  const wants = (name: string) => parts.includes(name);
  const mod = mac ? event.metaKey : event.ctrlKey;
  const other = mac ? event.ctrlKey : event.metaKey;
  if (mod !== wants('mod') || other || event.altKey !== wants('alt')) return false;
  // On many keyboards a sign such as "/" needs shift; for letters shift makes the difference.
  const shiftMatters = /^[a-z]$/.test(key) || key.length > 1;
  if (shiftMatters && event.shiftKey !== wants('shift')) return false;
  return event.key.toLowerCase() === key;
}

/** Returns a shortcut as it is written: "Ctrl+Shift+Z". */
export function keysInWords(shortcut: string, mac = isMac): string {
  return shortcut
    .split('+')
    .map((part) => {
      if (part === 'mod') return mac ? '⌘' : 'Ctrl';
      if (part === 'shift') return mac ? '⇧' : 'Shift';
      if (part === 'alt') return mac ? '⌥' : 'Alt';
      if (part === 'plus') return '+';
      return part.length === 1 ? part.toUpperCase() : part;
    })
    .join(mac ? '' : '+');
}

/** Runs commands by their keys. Mounted once. */
export function useCommandKeys() {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const command = allCommands().find((known) => known.keys?.some((keys) => isPressed(keys, event)));
      if (!command) return;
      event.preventDefault();
      command.run();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}
