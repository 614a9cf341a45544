/** Pages as people write them: "1-3, 5". */

export type ReadPages = { pages: number[]; problem: null } | { pages: null; problem: string };

const wrong = (problem: string): ReadPages => ({ pages: null, problem });

/** Reads pages, each once and in their order; none where nothing is written. `most` is how many the piece has, where that is known. */
export function readPages(typed: string, most: number): ReadPages {
  const parts = typed
    .trim()
    // "1 - 3" is one part, and a comma may be missing.
    .replace(/\s*[-–]\s*/g, '-')
    .split(/[\s,;]+/)
    .filter((part) => part !== '');
  const pages = new Set<number>();
  for (const part of parts) {
    const ends = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(part);
    if (!ends) return wrong(`“${part}” is no page. Write them like 1-3, 5.`);
    const first = Number(ends[1]);
    const last = Number(ends[2] ?? ends[1]);
    if (first === 0) return wrong('Pages are counted from 1.');
    if (last < first) return wrong(`Write ${last}-${first} instead of ${part}.`);
    if (most > 0 && last > most)
      return wrong(most === 1 ? 'This piece has one page.' : `This piece has ${most} pages.`);
    for (let page = first; page <= last; page += 1) pages.add(page);
  }
  return { pages: [...pages].sort((one, other) => one - other), problem: null };
}

/** Returns pages as they are read: "Page 5", "Pages 1–3, 5". */
export function pagesInWords(pages: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const page of pages) {
    const run = runs.at(-1);
    if (run && run[1] === page - 1) run[1] = page;
    else runs.push([page, page]);
  }
  const words = runs.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  return `${pages.length === 1 ? 'Page' : 'Pages'} ${words.join(', ')}`;
}
