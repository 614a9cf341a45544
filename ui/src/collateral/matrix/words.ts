/** What the content matrix says: its finding, what a cell shows, and what is at stake, in words. */
import type { ContentMatrix, Coverage, MatrixCell, MeanMark, OpenLeads } from '../../api';
import type { Formats } from '../../shared';
import type { Heat } from '../places';
import { markInWords } from '../use/useWords';

type Writes = Pick<Formats, 'number' | 'money' | 'moneyShort'>;

export const heatNames: Record<Heat, string> = {
  coverage: 'Coverage',
  use: 'Use',
  ease: 'Ease',
  leads: 'Open leads',
};

export const coverageMarks: Record<Coverage, string> = {
  covered: '●',
  partly: '◐',
  gap: '○',
  not_required: '–',
};

/** What each shape means, for the legend. */
export const coverageMeanings: Record<Coverage, string> = {
  covered: 'covered: every need has an approved piece',
  partly: 'partly: some needs have one',
  gap: 'gap: no need has one',
  not_required: 'no piece required',
};

const coverageWords: Record<Exclude<Coverage, 'not_required'>, string> = {
  covered: 'covered',
  partly: 'partly',
  gap: 'gap',
};

/** What a cell shows for what was chosen: a shape, a number, and a word or two. */
export interface Shown {
  /** A shape of its own; a bar, as long as `share` says, where there is none. */
  mark: string | null;
  figure: string;
  words: string;
  /** How long the bar is, from 0 to 1. */
  share: number;
  /** How dark the cell is, from 0 to 4. */
  level: number;
  /** Whether it rests on so few cases that it says little: its bar is hatched. */
  few: boolean;
}

/** Against what the bars of all cells are measured. */
export interface Scale {
  most: number;
  /** Whether open leads are shown by their value; by their number while no value is known anywhere. */
  byValue: boolean;
}

/** The highest mark a seller can give. */
const EASIEST = 5;

const counted = (count: number, one: string, many: string, number: Writes['number']) =>
  `${number(count)} ${count === 1 ? one : many}`;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export function nameIn(headings: readonly { id: string; name: string }[], id: string, without: string) {
  return headings.find((one) => one.id === id)?.name || without;
}

/** "Finance in Deciding". */
export function placeName(
  matrix: Pick<ContentMatrix, 'personas' | 'phases'>,
  persona: string,
  phase: string,
) {
  return `${nameIn(matrix.personas, persona, 'A persona')} in ${nameIn(matrix.phases, phase, 'a phase')}`;
}

/** The finding that stands as the title. */
export function titleOf(
  { required, covered }: Pick<ContentMatrix, 'required' | 'covered'>,
  number: Writes['number'],
): string {
  if (required === 0) return 'No cell requires a piece yet';
  if (required === 1)
    return covered === 1 ? 'The one required cell is covered' : '1 required cell, not covered yet';
  if (covered === 0) return `None of the ${number(required)} required cells is covered yet`;
  if (covered === required) return `All ${number(required)} required cells are covered`;
  return `${number(covered)} of ${number(required)} required cells ${covered === 1 ? 'is' : 'are'} covered`;
}

/** Where most is at stake, under the title. */
export function leadOf(matrix: ContentMatrix, writes: Writes): string | null {
  if (matrix.required === 0) return null;
  const [first] = matrix.gaps;
  if (!first) return 'Nothing is missing: every required cell has approved, current pieces.';
  const place = placeName(matrix, first.persona, first.phase);
  const open = openInWords(first.open, writes);
  return open ? `Most at stake: ${place}, with ${open}.` : null;
}

/** "€12,000", "at least €12,000" where some values are missing; null where none is known. */
export function worthInWords(open: OpenLeads, money: Writes['money']): string | null {
  if (open.opportunities === 0 || open.without_value === open.opportunities) return null;
  if (open.value === null) return 'more than can be added up';
  return open.without_value > 0 ? `at least ${money(open.value)}` : money(open.value);
}

/** "4 open leads worth €12,000"; null where nothing is open. */
export function openInWords(open: OpenLeads, { number, money }: Writes): string | null {
  if (open.leads === 0 && open.opportunities === 0) return null;
  const who =
    open.leads > 0
      ? counted(open.leads, 'open lead', 'open leads', number)
      : counted(open.opportunities, 'open opportunity', 'open opportunities', number);
  const worth = worthInWords(open, money);
  if (worth) return `${who} worth ${worth}`;
  return open.opportunities > 0 ? `${who}, value unknown` : who;
}

/** Says how many opportunities have no value; null where all have one. */
export function withoutValueInWords(open: OpenLeads, number: Writes['number']): string | null {
  if (open.without_value === 0) return null;
  const has = open.without_value === 1 ? 'has' : 'have';
  return `${number(open.without_value)} of ${counted(open.opportunities, 'opportunity', 'opportunities', number)} ${has} no value`;
}

/** "4.2 of 5 (n = 12)": a mean never stands without its n. */
export function easeInWords(ease: MeanMark, number: Writes['number']): string {
  return `${markInWords(ease, number)} of ${EASIEST} (n = ${number(ease.n)})`;
}

/** Why a cell asks for no piece, in two words. */
export function notRequiredInWords(cell: Pick<MatrixCell, 'needs' | 'not_needed_because'>): string {
  return cell.not_needed_because === '' && cell.needs.length === 0 ? 'no needs yet' : 'not needed';
}

/** "1 of 3 needs answered"; how many pieces there are where no need wants one. */
export function answeredInWords(cell: MatrixCell, number: Writes['number']): string {
  if (cell.wanted === 0) return counted(cell.pieces_in_all, 'piece', 'pieces', number);
  return `${number(cell.answered)} of ${counted(cell.wanted, 'need', 'needs', number)} answered`;
}

/** "Partly: 1 of 3 needs answered", for the panel. */
export function coverageInWords(cell: MatrixCell, number: Writes['number']): string {
  if (cell.coverage === 'not_required') return capital(notRequiredInWords(cell));
  return `${capital(coverageWords[cell.coverage])}: ${answeredInWords(cell, number)}`;
}

/** Returns against what the bars of all cells are measured. */
export function scaleOf(cells: readonly MatrixCell[], heat: Heat): Scale {
  const byValue = heat === 'leads' && cells.some(({ open }) => (open.value ?? 0) > 0);
  const most = Math.max(0, ...cells.map((cell) => amountOf(cell, heat, byValue)));
  return { byValue, most: heat === 'ease' ? EASIEST * 100 : most };
}

function amountOf(cell: MatrixCell, heat: Heat, byValue: boolean): number {
  switch (heat) {
    case 'use':
      return cell.usage.uses;
    case 'ease':
      return cell.usage.ease?.hundredths ?? 0;
    case 'leads':
      return byValue ? (cell.open.value ?? 0) : cell.open.leads;
    default:
      return 0;
  }
}

/** Returns what a cell shows. */
export function shownIn(cell: MatrixCell, heat: Heat, scale: Scale, writes: Writes): Shown {
  if (heat === 'coverage') return coverageOf(cell, writes.number);
  const amount = amountOf(cell, heat, scale.byValue);
  const share = scale.most > 0 ? Math.min(1, amount / scale.most) : 0;
  const few = heat === 'ease' && cell.usage.ease?.small === true;
  return { mark: null, share, level: Math.ceil(share * 4), few, ...figureOf(cell, heat, scale, writes) };
}

function coverageOf(cell: MatrixCell, number: Writes['number']): Shown {
  const { coverage, wanted, answered, pieces_in_all } = cell;
  const common = { mark: coverageMarks[coverage], share: 0, level: 0, few: false };
  if (coverage === 'not_required') return { ...common, figure: '', words: notRequiredInWords(cell) };
  const figure = wanted === 0 ? number(pieces_in_all) : `${number(answered)}/${number(wanted)}`;
  return { ...common, figure, words: coverageWords[coverage] };
}

/** A number with nothing under it is "–", and the words say why. */
function figureOf(
  { usage, open }: MatrixCell,
  heat: Exclude<Heat, 'coverage'>,
  { byValue }: Scale,
  { number, moneyShort }: Writes,
): Pick<Shown, 'figure' | 'words'> {
  if (heat === 'use') {
    if (usage.uses === 0) return { figure: '–', words: 'no use yet' };
    return { figure: number(usage.uses), words: usage.uses === 1 ? 'use' : 'uses' };
  }
  if (heat === 'ease') {
    if (!usage.ease) return { figure: '–', words: 'not rated yet' };
    return { figure: markInWords(usage.ease, number), words: `n = ${number(usage.ease.n)}` };
  }
  const leads = counted(open.leads, 'lead', 'leads', number);
  if (open.leads === 0 && open.opportunities === 0) return { figure: '–', words: 'none open' };
  if (!byValue) return { figure: number(open.leads), words: open.leads === 1 ? 'open lead' : 'open leads' };
  const isKnown = open.opportunities > open.without_value && open.value !== null;
  return { figure: isKnown ? moneyShort(open.value ?? 0) : '–', words: leads };
}

/** What whoever listens is told of a cell: "Finance in Deciding: gap, 0 of 2 needs answered, 4 open leads worth €12,000". */
export function cellLabel(place: string, cell: MatrixCell, heat: Heat, writes: Writes): string {
  const { number } = writes;
  const { uses, ease } = cell.usage;
  const parts = [
    heat === 'use' && counted(uses, 'use', 'uses', number),
    heat === 'ease' && (ease ? `ease ${easeInWords(ease, number)}` : 'ease not rated yet'),
    ...(cell.coverage === 'not_required'
      ? [notRequiredInWords(cell)]
      : [coverageWords[cell.coverage], answeredInWords(cell, number)]),
    cell.requested > 0 && `${number(cell.requested)} asked for`,
    openInWords(cell.open, writes),
  ];
  return `${place}: ${parts.filter(Boolean).join(', ')}`;
}

/** What the shapes and bars mean where no coverage is shown. */
export function barMeaning(heat: Exclude<Heat, 'coverage'>, { byValue }: Scale): string {
  const bars = (what: string) => `The longer the bar and the stronger the colour, ${what}.`;
  if (heat === 'use') return bars('the more often pieces were used with this persona in this phase');
  if (heat === 'ease')
    return bars(`the easier sellers found it. 1 is hard, ${EASIEST} is easy. Hatched: fewer than 30 uses`);
  return bars(byValue ? 'the more open value sits there' : 'the more open leads sit there');
}

/** Why there is nothing to see for what was chosen; null where there is. */
export function nothingToShow(matrix: Pick<ContentMatrix, 'cells' | 'has_leads'>, heat: Heat): string | null {
  const isAny = (has: (cell: MatrixCell) => boolean) => matrix.cells.some(has);
  if (heat === 'use' && !isAny(({ usage }) => usage.uses > 0))
    return 'No use has been recorded for a persona and a phase yet.';
  if (heat === 'ease' && !isAny(({ usage }) => usage.ease !== null))
    return 'No seller has said yet how easy a piece was to use.';
  if (heat === 'leads' && !matrix.has_leads) return 'No leads have been imported yet.';
  if (heat === 'leads' && !isAny(({ open }) => open.leads > 0 || open.opportunities > 0))
    return 'No open lead sits in a cell yet.';
  return null;
}

/** What is asked for, in words to begin with. */
export function wantedFor(need: string): string {
  return `A piece that answers: ${need}`;
}

/** How many open leads and opportunities sit in no cell; null where all have their cell. */
export function outsideInWords(open: OpenLeads, { number, money }: Writes): string | null {
  const parts = [
    open.leads > 0 && counted(open.leads, 'open lead', 'open leads', number),
    open.opportunities > 0 && counted(open.opportunities, 'open opportunity', 'open opportunities', number),
  ].filter(Boolean);
  if (parts.length === 0) return null;
  const worth = worthInWords(open, money);
  const sits = open.leads + open.opportunities === 1 ? 'sits' : 'sit';
  return `${parts.join(' and ')}${worth ? ` worth ${worth}` : ''} ${sits} in no cell: the persona or the phase is not known.`;
}

export function withoutLeadInWords(count: number, number: Writes['number']): string {
  return count === 1
    ? '1 open opportunity is linked to no open lead, so its persona is not known.'
    : `${number(count)} open opportunities are linked to no open lead, so their persona is not known.`;
}

export function placelessInWords(count: number, number: Writes['number']): string {
  return count === 1
    ? '1 approved piece has no persona or no phase, and answers no need.'
    : `${number(count)} approved pieces have no persona or no phase, and answer no need.`;
}

/** Of those, the ones of which a file says for whom, and nobody has confirmed it. */
export function proposedPiecesInWords(count: number, number: Writes['number']): string {
  return count === 1
    ? 'For 1 of them, the file proposes a persona or phase. It counts here once somebody confirms it.'
    : `For ${number(count)} of them, the files propose a persona or phase. They count here once somebody confirms them.`;
}

/** "3 uses in 2 deals". */
export function usesInWords(
  { uses, deals }: Pick<MatrixCell['usage'], 'uses' | 'deals'>,
  number: Writes['number'],
) {
  if (uses === 0) return 'not used yet';
  return `${counted(uses, 'use', 'uses', number)} in ${counted(deals, 'deal', 'deals', number)}`;
}
