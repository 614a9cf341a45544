import { expect, it } from 'vitest';
import type { DealChoice } from '../../../api';
import { offeredDeals } from './deals';

const deal = (opportunity: string, name: string) => ({ opportunity, name }) as DealChoice;

it('offers every deal under a name of its own', () => {
  const offered = offeredDeals([deal('1', 'St Anne'), deal('2', 'St Anne'), deal('3', 'St Anne (2)')]);
  expect(offered.map(({ name }) => name)).toEqual(['St Anne', 'St Anne (2)', 'St Anne (2) (2)']);
  expect(offered.map(({ choice }) => choice.opportunity)).toEqual(['1', '2', '3']);
});
