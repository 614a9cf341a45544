import { expect, it } from 'vitest';
import { changesOf, nothingFilled } from './changes';

it('changes nothing where nothing is filled in', () => {
  expect(changesOf(nothingFilled)).toBeNull();
  expect(changesOf({ ...nothingFilled, language: '  ', typedTag: ' ' })).toBeNull();
});

it('changes what is filled in, and nothing else', () => {
  expect(changesOf({ ...nothingFilled, kind: 'deck', reviewBy: '2027-04-01' })).toEqual({
    change: { kind: 'deck', review_by: '2027-04-01' },
  });
  expect(changesOf({ ...nothingFilled, language: ' de ', owner: 'jonas' })).toEqual({
    change: { language: 'de', owner: 'jonas' },
  });
});

it('adds personas, phases and tags, a tag that is only typed among them', () => {
  const filled = { ...nothingFilled, personas: ['cfo'], phases: ['deciding'], tags: ['beds'] };
  expect(changesOf({ ...filled, typedTag: ' 2027 ' })).toEqual({
    change: {},
    add_personas: ['cfo'],
    add_phases: ['deciding'],
    add_tags: ['beds', '2027'],
  });
  expect(changesOf({ ...filled, typedTag: 'beds' })?.add_tags).toEqual(['beds']);
});
