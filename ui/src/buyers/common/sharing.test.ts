import { expect, it } from 'vitest';
import { sharing } from './sharing';

const place = (insight: string, persona: string, phase: string) => ({
  insight,
  persona,
  persona_name: persona,
  phase,
  phase_name: phase,
});

it('names each persona once, with its phases', () => {
  const places = [
    place('1', 'CFO', 'Comparing'),
    place('2', 'CFO', 'Comparing'),
    place('3', 'CFO', 'Deciding'),
    place('4', '', ''),
  ];
  expect(sharing({ places })).toEqual([
    { persona: 'CFO', name: 'CFO', phases: 'Comparing, Deciding', insight: '1' },
    { persona: '', name: 'No name yet', phases: 'a phase without a name', insight: '4' },
  ]);
});
