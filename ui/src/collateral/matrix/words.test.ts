import { describe, expect, it } from 'vitest';
import type { ContentMatrix, Gap, MatrixCell, OpenLeads, Usage } from '../../api';
import { makeFormats } from '../../shared/formats/formats';
import { noUsage } from '../../test/usage';
import {
  answeredInWords,
  cellLabel,
  leadOf,
  nothingToShow,
  openInWords,
  outsideInWords,
  scaleOf,
  shownIn,
  titleOf,
  withoutValueInWords,
} from './words';

const formats = makeFormats('en-GB', 'EUR');
const { number } = formats;

const nothingOpen: OpenLeads = { leads: 0, opportunities: 0, value: 0, without_value: 0 };
const worth: OpenLeads = { leads: 4, opportunities: 2, value: 1_200_000, without_value: 0 };

function cell(known: Partial<MatrixCell> = {}): MatrixCell {
  return {
    persona: 'finance',
    phase: 'deciding',
    coverage: 'gap',
    is_required: true,
    is_decided: false,
    not_needed_because: '',
    needs: [],
    wanted: 2,
    answered: 0,
    triggers: [],
    stoppers: [],
    pieces: [],
    pieces_in_all: 0,
    usage: noUsage,
    open: nothingOpen,
    requested: 0,
    ...known,
  };
}

const usage = (known: Partial<Usage>): Usage => ({ ...noUsage, ...known });

describe('the finding', () => {
  const title = (covered: number, required: number) => titleOf({ covered, required }, number);
  it('counts the required cells that are covered', () => {
    expect(title(9, 14)).toBe('9 of 14 required cells are covered');
    expect(title(1, 14)).toBe('1 of 14 required cells is covered');
    expect(title(14, 14)).toBe('All 14 required cells are covered');
    expect(title(0, 14)).toBe('None of the 14 required cells is covered yet');
    expect(title(1, 1)).toBe('The one required cell is covered');
    expect(title(0, 1)).toBe('1 required cell, not covered yet');
    expect(title(0, 0)).toBe('No cell requires a piece yet');
  });
  it('names the gap where most is at stake', () => {
    const gap: Gap = { persona: 'finance', phase: 'deciding', needs: [], open: worth, requested: 0 };
    const matrix = {
      required: 2,
      personas: [{ id: 'finance', name: 'Finance' }],
      phases: [{ id: 'deciding', name: 'Deciding' }],
    } as ContentMatrix;
    expect(leadOf({ ...matrix, gaps: [gap] }, formats)).toBe(
      'Most at stake: Finance in Deciding, with 4 open leads worth €12,000.',
    );
    expect(leadOf({ ...matrix, gaps: [{ ...gap, open: nothingOpen }] }, formats)).toBeNull();
    expect(leadOf({ ...matrix, gaps: [] }, formats)).toMatch(/^Nothing is missing/);
    expect(leadOf({ ...matrix, required: 0, gaps: [] }, formats)).toBeNull();
  });
});

describe('what is open', () => {
  const said = (known: Partial<OpenLeads>) => openInWords({ ...nothingOpen, ...known }, formats);
  it('says what is known of its value, and no more', () => {
    expect(said({})).toBeNull();
    expect(said(worth)).toBe('4 open leads worth €12,000');
    expect(said({ ...worth, without_value: 1 })).toBe('4 open leads worth at least €12,000');
    expect(said({ leads: 1, opportunities: 1, without_value: 1 })).toBe('1 open lead, value unknown');
    expect(said({ leads: 3 })).toBe('3 open leads');
    expect(said({ opportunities: 1, value: 5_000 })).toBe('1 open opportunity worth €50');
    expect(said({ leads: 1, opportunities: 1, value: null })).toBe(
      '1 open lead worth more than can be added up',
    );
  });
  it('counts the opportunities without a value', () => {
    expect(withoutValueInWords(worth, number)).toBeNull();
    expect(withoutValueInWords({ ...worth, without_value: 1 }, number)).toBe(
      '1 of 2 opportunities has no value',
    );
  });
  it('says how much sits in no cell', () => {
    expect(outsideInWords(nothingOpen, formats)).toBeNull();
    expect(outsideInWords(worth, formats)).toBe(
      '4 open leads and 2 open opportunities worth €12,000 sit in no cell: the persona or the phase is not known.',
    );
    expect(outsideInWords({ ...nothingOpen, leads: 1 }, formats)).toMatch(/^1 open lead sits in no cell/);
  });
});

describe('what a cell shows', () => {
  const shown = (of: MatrixCell, heat: 'coverage' | 'use' | 'ease' | 'leads', all = [of]) => {
    const { mark, figure, words, level } = shownIn(of, heat, scaleOf(all, heat), formats);
    return [mark, figure, words, level];
  };
  it('of coverage: a shape, how many needs are answered, a word', () => {
    expect(shown(cell(), 'coverage')).toEqual(['○', '0/2', 'gap', 0]);
    expect(shown(cell({ coverage: 'partly', answered: 1 }), 'coverage')).toEqual(['◐', '1/2', 'partly', 0]);
    expect(shown(cell({ coverage: 'covered', answered: 2 }), 'coverage')).toEqual(['●', '2/2', 'covered', 0]);
    expect(shown(cell({ wanted: 0 }), 'coverage')).toEqual(['○', '0', 'gap', 0]);
  });
  it('tells what needs no piece from what nobody has thought about yet', () => {
    const free = cell({ coverage: 'not_required', is_required: false, wanted: 0 });
    expect(shown(free, 'coverage')).toEqual(['–', '', 'no needs yet', 0]);
    expect(shown({ ...free, not_needed_because: 'They never ask.' }, 'coverage')[2]).toBe('not needed');
    const need = {
      id: 'n',
      text: '',
      answered_by: [],
      answered_by_in_all: 0,
      waiting: [],
      waiting_in_all: 0,
      not_needed_because: 'By phone.',
    };
    expect(shown({ ...free, needs: [need] }, 'coverage')[2]).toBe('not needed');
  });
  it('of use: as dark as it is used against the others', () => {
    const often = cell({ usage: usage({ uses: 8, deals: 4 }) });
    const once = cell({ usage: usage({ uses: 1, deals: 1 }) });
    const all = [often, once, cell()];
    expect(shown(often, 'use', all)).toEqual([null, '8', 'uses', 4]);
    expect(shown(once, 'use', all)).toEqual([null, '1', 'use', 1]);
    expect(shown(cell(), 'use', all)).toEqual([null, '–', 'no use yet', 0]);
  });
  it('of ease: the mean of five with its n', () => {
    const rated = cell({ usage: usage({ ease: { hundredths: 425, n: 12, small: true } }) });
    expect(shown(rated, 'ease')).toEqual([null, '4.3', 'n = 12', 4]);
    expect(shownIn(rated, 'ease', scaleOf([rated], 'ease'), formats).few).toBe(true);
    expect(shown(cell(), 'ease')).toEqual([null, '–', 'not rated yet', 0]);
  });
  it('of leads: the open value, and the leads alone while no value is known anywhere', () => {
    const early = cell({ open: { ...nothingOpen, leads: 3 } });
    const late = cell({ open: worth });
    expect(shown(late, 'leads', [early, late])[2]).toBe('4 leads');
    expect(shown(late, 'leads', [early, late])[1]).toMatch(/^€12/);
    expect(shown(early, 'leads', [early, late])).toEqual([null, '–', '3 leads', 0]);
    expect(shown(early, 'leads')).toEqual([null, '3', 'open leads', 4]);
    expect(shown(cell(), 'leads', [early])).toEqual([null, '–', 'none open', 0]);
  });
});

describe('what whoever listens is told', () => {
  const label = (known: Partial<MatrixCell>, heat: 'coverage' | 'use' | 'ease' = 'coverage') =>
    cellLabel('Finance in Deciding', cell(known), heat, formats);
  it('is the coverage and what is at stake', () => {
    expect(label({ open: worth })).toBe(
      'Finance in Deciding: gap, 0 of 2 needs answered, 4 open leads worth €12,000',
    );
    expect(label({ coverage: 'not_required', requested: 1 })).toBe(
      'Finance in Deciding: no needs yet, 1 asked for',
    );
  });
  it('begins with what was chosen', () => {
    expect(label({ usage: usage({ uses: 3 }) }, 'use')).toMatch(/^Finance in Deciding: 3 uses, gap/);
    expect(label({ usage: usage({ ease: { hundredths: 400, n: 1, small: true } }) }, 'ease')).toMatch(
      /^Finance in Deciding: ease 4\.0 of 5 \(n = 1\), gap/,
    );
  });
  it('counts pieces where no need wants one', () => {
    expect(answeredInWords(cell({ wanted: 0 }), number)).toBe('0 pieces');
    // All of them, however few are named.
    expect(answeredInWords(cell({ wanted: 0, pieces_in_all: 714 }), number)).toBe('714 pieces');
  });
});

it('says why there is nothing to see', () => {
  const empty = { cells: [cell()], has_leads: false };
  expect(nothingToShow(empty, 'coverage')).toBeNull();
  expect(nothingToShow(empty, 'use')).toMatch(/No use/);
  expect(nothingToShow(empty, 'ease')).toMatch(/No seller/);
  expect(nothingToShow(empty, 'leads')).toMatch(/imported/);
  expect(nothingToShow({ ...empty, has_leads: true }, 'leads')).toMatch(/sits in a cell/);
  expect(nothingToShow({ cells: [cell({ open: worth })], has_leads: true }, 'leads')).toBeNull();
});
