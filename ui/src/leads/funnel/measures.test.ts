import { describe, expect, it } from 'vitest';
import type { FunnelRow, Rate } from '../../api';
import { sorted } from './FunnelTable';
import { isFew, measures, ranked } from './measures';

const rate = (part: number, n: number): Rate => ({
  part,
  n,
  basis_points: n === 0 ? null : (part * 10_000) / n,
  small: n < 30,
});
const row = (name: string | null, leads: number, accepted: number, decided: number) =>
  ({ name, leads, accepted, acceptance: rate(accepted, decided), small: leads < 30 }) as FunnelRow;

const web = row('Web', 900, 40, 80);
const show = row('Trade show', 200, 30, 40);
const friend = row('A friend', 8, 3, 3);
const list = row('List', 5000, 0, 0);
const none = row(null, 60, 15, 60);
const names = (rows: readonly FunnelRow[]) => rows.map((one) => one.name);

describe('rows of the funnel', () => {
  it('are ranked by what can be compared; few, and nothing, stand behind', () => {
    const by = ranked([friend, list, web, none, show], measures.acceptance);
    expect(names(by)).toEqual(['Trade show', 'Web', null, 'A friend', 'List']);
  });
  it('count as few by the number that a rate rests on', () => {
    expect(isFew(row('Big', 900, 5, 9), measures.acceptance)).toBe(true);
    expect(isFew(row('Big', 900, 5, 9), measures.leads)).toBe(false);
  });
  it('are sorted by any column, those without a number last either way', () => {
    const all = [list, friend, web];
    const down = sorted(all, { key: 'acceptance', down: true }, 'source');
    expect(names(down)).toEqual(['A friend', 'Web', 'List']);
    const up = sorted(all, { key: 'acceptance', down: false }, 'source');
    expect(names(up)).toEqual(['Web', 'A friend', 'List']);
    expect(names(sorted([web, none, list], { key: 'name', down: false }, 'source'))).toEqual([
      'List',
      null,
      'Web',
    ]);
  });
});
