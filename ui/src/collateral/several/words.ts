/** How many pieces something is about. */
export const piecesInWords = (count: number, number: (value: number) => string) =>
  count === 1 ? '1 piece' : `${number(count)} pieces`;
