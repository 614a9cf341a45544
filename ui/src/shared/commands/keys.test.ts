import { describe, expect, it } from 'vitest';
import { isPressed, keysInWords } from './keys';

const press = (key: string, held: string[] = []) => ({
  key,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  shiftKey: held.includes('shift'),
  altKey: held.includes('alt'),
});

describe('a shortcut', () => {
  it('is the key with exactly what is held', () => {
    expect(isPressed('mod+Z', press('z', ['ctrl']), false)).toBe(true);
    expect(isPressed('mod+Z', press('Z', ['ctrl', 'shift']), false)).toBe(false);
    expect(isPressed('mod+shift+Z', press('Z', ['ctrl', 'shift']), false)).toBe(true);
    expect(isPressed('mod+Z', press('z'), false)).toBe(false);
    expect(isPressed('F1', press('F1'), false)).toBe(true);
    expect(isPressed('mod+K', press('k', ['ctrl', 'alt']), false)).toBe(false);
  });
  it('with a sign works where that sign needs shift', () => {
    expect(isPressed('mod+/', press('/', ['ctrl']), false)).toBe(true);
    expect(isPressed('mod+/', press('/', ['ctrl', 'shift']), false)).toBe(true);
    expect(isPressed('mod+plus', press('+', ['ctrl', 'shift']), false)).toBe(true);
    expect(isPressed('mod+plus', press('p', ['ctrl']), false)).toBe(false);
    expect(keysInWords('mod+plus', false)).toBe('Ctrl++');
  });
  it('uses the command key on a Mac', () => {
    expect(isPressed('mod+K', press('k', ['meta']), true)).toBe(true);
    expect(isPressed('mod+K', press('k', ['ctrl']), true)).toBe(false);
  });
  it('is written as people read it', () => {
    expect(keysInWords('mod+shift+Z', false)).toBe('Ctrl+Shift+Z');
    expect(keysInWords('mod+shift+Z', true)).toBe('⌘⇧Z');
    expect(keysInWords('F11', false)).toBe('F11');
  });
});
