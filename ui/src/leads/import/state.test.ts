import { describe, expect, it } from 'vitest';
import type { DraftColumn, DraftValue, ImportDraft } from '../../api';
import type { StagedFile } from '../../platform';
import { allIsSaid, allRemembered, byField, canGoOn, stepsFor, wantsALook } from './state';

const value = (word: string, look = false): DraftValue => ({
  field: 'stage',
  list: 'stage',
  value: word,
  rows: 1,
  term: null,
  proposed: null,
  look,
  says_nothing: false,
  always: false,
  asked: false,
});
const column = (more: Partial<DraftColumn> = {}): DraftColumn => ({
  column: 'Status',
  looks_like: 'text',
  filled: 2,
  samples: [],
  becomes: { is: 'field', field: 'stage' },
  also: null,
  confidence: 90,
  why: '',
  ask: null,
  noticed: [],
  days_read_both_ways: false,
  order: null,
  values: [],
  more_values: 0,
  ...more,
});
const file = (draft: Partial<ImportDraft> | null): StagedFile => ({
  token: 't',
  label: 'leads.csv',
  doing: null,
  preview: null,
  report: null,
  left_out: [],
  trouble: null,
  draft: draft && {
    file_name: 'leads.csv',
    how: '',
    sheet: null,
    header_row: 1,
    sheets: [],
    rows: 2,
    unreadable: 0,
    holds: 'leads',
    kind: 'leads',
    confidence: 90,
    why: '',
    remembered: false,
    columns: [],
    lacks: [],
    fields: [],
    questions: [],
    left_to_say: null,
    ...draft,
  },
});
const question = { code: 'invalid', message: 'Which?', hint: null, field: 'dates' } as const;

describe('the files that wait', () => {
  it('go on once each is known for what it holds', () => {
    expect(canGoOn([])).toBe(false);
    expect(canGoOn([file(null)])).toBe(false);
    expect(canGoOn([file({}), file({ kind: null })])).toBe(false);
    expect(canGoOn([file({}), file({ kind: 'costs' })])).toBe(true);
  });
  it('are counted once nothing is left to be said of any', () => {
    expect(allIsSaid([file({}), file({ left_to_say: question })])).toBe(false);
    expect(allIsSaid([file({})])).toBe(true);
  });
  it('go straight to the preview when every one is of a known shape', () => {
    expect(allRemembered([file({ remembered: true })])).toBe(true);
    expect(allRemembered([file({ remembered: true }), file({})])).toBe(false);
    expect(allRemembered([file({ remembered: true, left_to_say: question })])).toBe(false);
  });
  it('have a step for values only where there are some', () => {
    expect(stepsFor([file({ columns: [column()] })])).toEqual(['file', 'columns', 'preview']);
    const withValues = file({ columns: [column({ values: [value('New')] })] });
    expect(stepsFor([])).toEqual(['file', 'columns', 'values', 'preview']);
    expect(stepsFor([withValues])).toEqual(['file', 'columns', 'values', 'preview']);
  });
});

describe('a column', () => {
  it('wants a look when something is asked of it', () => {
    expect(wantsALook(column())).toBe(false);
    expect(wantsALook(column({ ask: 'This is a guess.' }))).toBe(true);
  });
  it('shows first the words that want a look, each under its field', () => {
    const values = [value('New'), value('Nurture', true), { ...value('Won'), field: 'outcome' as const }];
    expect(byField(column({ values }))).toEqual([
      { field: 'stage', values: [values[1], values[0]] },
      { field: 'outcome', values: [values[2]] },
    ]);
  });
});
