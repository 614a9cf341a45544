import { expect, it } from 'vitest';
import { takenIn } from './words';

it('counts files of one kind together', () => {
  const leads = { kind: 'leads', count: 14 } as const;
  expect(takenIn([leads, { kind: 'leads', count: 7 }], String)).toBe('21 leads from 2 files');
  expect(
    takenIn(
      [
        { kind: 'leads', count: 1 },
        { kind: 'opportunities', count: 3 },
      ],
      String,
    ),
  ).toBe('1 lead and 3 opportunities');
  expect(takenIn([leads, { kind: 'costs', count: 2 }, { kind: 'leads', count: 7 }], String)).toBe(
    '21 leads from 2 files and 2 campaign costs',
  );
});
