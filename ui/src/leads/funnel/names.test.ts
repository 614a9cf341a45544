import { describe, expect, it } from 'vitest';
import { mostLeads } from './names';

const row = (name: string | null, leads: number) => ({ name, leads });

describe('the source that brought the most leads', () => {
  it('is named with how many', () => {
    expect(mostLeads([row('Web', 20), row('Event', 12)], 32, String)).toBe(
      'Web brought the most leads: 20 of 32',
    );
  });

  it('is none where several have as many', () => {
    expect(mostLeads([row(null, 16), row('Web', 16)], 32, String)).toBe(
      'No source stands out: 2 have 16 leads each',
    );
  });

  it('is not what has no name', () => {
    expect(mostLeads([row(null, 20), row('Web', 12)], 32, String)).toBe(
      '20 of 32 leads have no source, more than any one source brought',
    );
  });
});
