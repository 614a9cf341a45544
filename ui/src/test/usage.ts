/** What no use comes to, for tests that say only what matters to them. */
import type { Rate, Usage } from '../api';

/** Returns a part of `n`, as the core tells it. */
export const rate = (part: number, n: number): Rate => ({
  part,
  n,
  basis_points: n > 0 ? Math.round((part * 10_000) / n) : null,
  small: n < 30,
});

export const noUsage: Usage = {
  uses: 0,
  deals: 0,
  last_used_on: null,
  rated: 0,
  ease: null,
  easy_to_find: null,
  fitted: null,
  ready: null,
  moved_by_sellers: rate(0, 0),
  moved_by_imports: rate(0, 0),
  movements: {},
};
