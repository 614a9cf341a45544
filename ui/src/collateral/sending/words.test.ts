import { describe, expect, it } from 'vitest';
import { canGo, notReadyInWords } from './words';

const ready = { title: 'Prices', not_ready: '', is_retired: false };
const draft = { title: '', not_ready: 'a draft', is_retired: false };
const retired = { title: 'Old', not_ready: 'retired', is_retired: true };

describe('a send pack', () => {
  it('names what is not approved and current', () => {
    expect(notReadyInWords([ready, draft])).toEqual(['Without a title: a draft']);
  });
  it('goes when everything is ready, or when somebody says so outright; never with what is retired', () => {
    expect(canGo([ready], false)).toBe(true);
    expect(canGo([ready, draft], false)).toBe(false);
    expect(canGo([ready, draft], true)).toBe(true);
    expect(canGo([retired], true)).toBe(false);
  });
});
