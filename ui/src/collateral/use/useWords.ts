/** How uses of pieces are put into words, and what they come to. */
import type { MeanMark, Movement, PieceUse, Rate, SaidMoved, Usage, UseManner } from '../../api';

type Written = (value: number, fractions?: number) => string;

export const mannerNames: Record<UseManner, string> = {
  sent: 'Sent',
  presented: 'Presented',
  handed_over: 'Handed over',
  quoted: 'Quoted',
};

/** What became of a deal, as imports tell it. */
export const movementWords: Record<Movement, string> = {
  on: 'moved on',
  back: 'went back',
  lost: 'was lost',
  stayed: 'stayed where it was',
  open: 'nothing told yet',
  unclear: 'changed, but not known whether onwards or in time',
};

export const saidMovedWords: Record<SaidMoved, string> = {
  yes: 'the deal moved on',
  no: 'the deal did not move on',
};

/** The three marks, and what their ends mean. */
export const markNames = {
  easy_to_find: { name: 'Easy to find', ends: '1 hard to find, 5 there at once' },
  fitted: { name: 'Fitted this customer', ends: '1 not at all, 5 exactly' },
  ready: { name: 'Ready as it was', ends: '1 had to be rewritten, 5 needed no editing' },
} as const;

export type Mark = keyof typeof markNames;

export const marks = Object.keys(markNames) as Mark[];

/** What is said beside every number of deals that moved. */
export const notBecause = 'Deals moved after it was used; that does not say they moved because of it.';

/** Returns what the seller says of a use, in a line; null while nothing is said. */
export function sellerInWords(use: Pick<PieceUse, Mark | 'moved' | 'note'>): string | null {
  const given = marks.flatMap((mark) => (use[mark] === null ? [] : [`${markNames[mark].name} ${use[mark]}`]));
  const said = [
    // Only the first word of the line begins with a capital.
    given
      .map((mark, place) => (place === 0 ? mark : mark.charAt(0).toLowerCase() + mark.slice(1)))
      .join(', '),
    use.moved && saidMovedWords[use.moved],
    use.note.trim() && `“${use.note.trim()}”`,
  ].filter(Boolean);
  return said.length > 0 ? said.join('; ') : null;
}

/** Returns whether the seller has said how a use went. */
export function isRated(use: Pick<PieceUse, Mark | 'moved'>): boolean {
  return use.moved !== null || marks.some((mark) => use[mark] !== null);
}

/** Returns a mean mark with one decimal, also where that is nought: in a column all have the same. */
export function markInWords({ hundredths }: Pick<MeanMark, 'hundredths'>, number: Written): string {
  const tenths = Math.round(hundredths / 10);
  const decimalMark = number(1.5, 1).charAt(1);
  return `${Math.floor(tenths / 10)}${decimalMark}${tenths % 10}`;
}

export function partInWords({ part, n }: Pick<Rate, 'part' | 'n'>, number: Written): string {
  return `${number(part)} of ${number(n)}`;
}

/** A figure in words, and whether it rests on few cases. */
export interface Figure {
  words: string;
  few: boolean;
}

/** Returns what uses come to, figure by figure, each with the number it stands on. */
export function figuresOf(usage: Usage, number: Written): Figure[] {
  const many = (count: number, one: string) => `${number(count)} ${count === 1 ? one : `${one}s`}`;
  const figures: Figure[] = [
    { words: `${many(usage.uses, 'use')} in ${many(usage.deals, 'deal')}`, few: false },
  ];
  const { ease } = usage;
  if (ease) {
    const words = `ease ${markInWords(ease, number)} of 5 (n = ${number(ease.n)})`;
    figures.push({ words, few: ease.small });
  }
  const moved = (cases: Rate, whose: string) => {
    if (cases.n === 0) return;
    figures.push({ words: `moved on after ${partInWords(cases, number)} (${whose})`, few: cases.small });
  };
  moved(usage.moved_by_imports, 'imports');
  moved(usage.moved_by_sellers, 'according to sellers');
  return figures;
}
