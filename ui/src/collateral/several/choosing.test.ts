import { describe, expect, it } from 'vitest';
import { nothingChosen, toggled, without, withRange } from './choosing';

const listed = ['a', 'b', 'c', 'd', 'e'];

describe('choosing pieces', () => {
  it('chooses one after the other, and lets one go', () => {
    const two = toggled(toggled(nothingChosen, 'a'), 'c');
    expect(two.ids).toEqual(['a', 'c']);
    expect(toggled(two, 'a').ids).toEqual(['c']);
  });
  it('chooses a range in either direction, beside what was chosen', () => {
    const one = toggled(toggled(nothingChosen, 'a'), 'd');
    const up = withRange(one, 'c', listed);
    expect(up.ids).toEqual(['a', 'd', 'c']);
    expect(withRange(up, 'e', listed).ids).toEqual(['a', 'd', 'c', 'e']);
  });
  it('chooses the piece alone where the range has no beginning in the list', () => {
    expect(withRange(nothingChosen, 'b', listed).ids).toEqual(['b']);
    expect(withRange(toggled(nothingChosen, 'x'), 'b', listed).ids).toEqual(['x', 'b']);
  });
  it('lets go of what is gone', () => {
    const two = toggled(toggled(nothingChosen, 'a'), 'c');
    expect(without(two, ['c'])).toEqual({ ids: ['a'], from: null });
    expect(without(two, ['a'])).toEqual({ ids: ['c'], from: 'c' });
  });
});
