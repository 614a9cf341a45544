import { describe, expect, it, vi } from 'vitest';
import type { UiCommand } from '../shared/commands/commands';
import { matching } from './Palette';

vi.mock('../platform', () => ({ callCore: vi.fn(), onShell: () => () => {} }));

const command = (name: string, words = ''): UiCommand => ({
  id: name,
  name,
  words,
  group: 'Workspace',
  run: () => {},
});
const all = [
  command('Save a copy…', 'duplicate'),
  command('Open…', 'file'),
  command('Full screen'),
  command('Copy the plan'),
];
const names = (typed: string) => matching(all, typed).map((found) => found.name);

describe('the palette', () => {
  it('shows everything while nothing is typed', () => {
    expect(names('')).toHaveLength(all.length);
  });
  it('finds by any part of the name and by further words', () => {
    expect(names('file')).toEqual(['Open…']);
    expect(names('duplic')).toEqual(['Save a copy…']);
  });
  it('puts first what begins with what was typed', () => {
    expect(names('copy')).toEqual(['Copy the plan', 'Save a copy…']);
  });
  it('wants every part that was typed', () => {
    expect(names('copy plan')).toEqual(['Copy the plan']);
    expect(names('copy moon')).toEqual([]);
  });
});
