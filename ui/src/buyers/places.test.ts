import { describe, expect, it } from 'vitest';
import type { Insight, Persona } from '../api';
import { asBuyersPlace, shownPersona } from './places';

const persona = (id: string) => ({ id }) as Persona;
const view = {
  personas: [persona('a'), persona('b')],
  insights: [{ id: 'i', persona: 'b' } as Insight],
};

describe('which persona is shown', () => {
  it('is the one that is named, whose insight is, or else the first', () => {
    expect(shownPersona(view, { persona: 'b' })?.id).toBe('b');
    expect(shownPersona(view, { insight: 'i' })?.id).toBe('b');
    expect(shownPersona(view, {})?.id).toBe('a');
    expect(shownPersona(view, { persona: 'gone', insight: 'gone' })?.id).toBe('a');
    expect(shownPersona({ personas: [], insights: [] }, {})).toBeUndefined();
  });
  it('is read from an address whatever stands in it', () => {
    expect(asBuyersPlace({ persona: 7, insight: '', odd: 'x' })).toEqual({});
    expect(asBuyersPlace({ persona: 'a' })).toEqual({ persona: 'a' });
  });
});
