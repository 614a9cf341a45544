/** What saying a source changes, in words. */

export interface SourceChanges {
  /** Leads that get it. */
  changed: number;
  /** Leads that have it already. */
  already: number;
  /** Of those that get it: leads that have another source now. */
  replaced: number;
}

type Shown = (value: number) => string;

export const leadsInWords = (count: number, number: Shown) =>
  `${number(count)} ${count === 1 ? 'lead' : 'leads'}`;

export function changesInWords(
  { changed, already, replaced }: SourceChanges,
  source: string,
  number: Shown,
): string {
  const into = source === '' ? 'the source that you say' : `“${source}”`;
  if (changed === 0)
    return already === 1 ? `It has ${into} already.` : `All ${number(already)} have ${into} already.`;
  const parts = [`${leadsInWords(changed, number)} ${changed === 1 ? 'gets' : 'get'} ${into}.`];
  if (replaced > 0)
    parts.push(
      replaced === changed
        ? `${changed === 1 ? 'It has' : 'They have'} another source now, which is replaced.`
        : `${number(replaced)} of them ${replaced === 1 ? 'has' : 'have'} another source now, which is replaced.`,
    );
  if (already > 0) parts.push(`${number(already)} ${already === 1 ? 'has' : 'have'} it already.`);
  return parts.join(' ');
}
