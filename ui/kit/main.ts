/** The field kit: the library for whoever never opens Lockstep. One page that works from a folder, without a network. */
import type { FieldKit, KitCell, KitPiece } from '../src/api/generated';
import { choice, h } from './dom';
import { askNeed, askUse, askWork } from './notes';
import { type Found, Search } from './search';
import { Notebook, slipOf } from './slip';

const kit = JSON.parse(document.getElementById('kit')?.textContent ?? '') as FieldKit;
const search = new Search(kit.pieces);
const notebook = new Notebook(kit.workspace);
const days = new Intl.DateTimeFormat(kit.language, { dateStyle: 'long', timeZone: 'UTC' });
const day = (text: string) => days.format(new Date(`${text}T00:00:00Z`));
const nameOf = (all: { id: string; name: string }[], id: string) => all.find((one) => one.id === id)?.name;

/** So many pieces are shown at once: more words find fewer. */
const AT_ONCE = 60;

const views = ['pieces', 'matrix', 'notes'] as const;
type View = (typeof views)[number];

const place = { view: 'pieces' as View, text: '', persona: '', phase: '', kind: '' };

const main = h('main', { id: 'content', tabIndex: -1 });
const said = h('p', { className: 'said', attrs: { role: 'status' } });
const input = h('input', {
  type: 'search',
  placeholder: 'words in the title or on any page',
  oninput: () => {
    place.text = input.value;
    place.view = 'pieces';
    draw();
  },
});
const tabs = h('nav', { attrs: { 'aria-label': 'What to see' } });

function draw() {
  const count = notebook.kept.notes.length;
  const names: Record<View, string> = {
    pieces: 'Pieces',
    matrix: 'Content matrix',
    notes: count === 0 ? 'My notes' : `My notes (${count})`,
  };
  const shown = kit.cells.length > 0 ? views : views.filter((view) => view !== 'matrix');
  tabs.replaceChildren(
    ...shown.map((view) =>
      h(
        'button',
        {
          type: 'button',
          onclick: () => {
            place.view = view;
            draw();
          },
          attrs: view === place.view ? { 'aria-current': 'page' } : {},
        },
        names[view],
      ),
    ),
  );
  main.replaceChildren(...{ pieces: drawPieces, matrix: drawMatrix, notes: drawNotes }[place.view]());
}

const asking = {
  kit,
  notebook,
  done: (kept: boolean) => {
    draw();
    said.textContent = kept
      ? 'Kept in this browser. Save your return slip under “My notes” when you are done.'
      : 'This browser keeps nothing: save your return slip before you close the page.';
  },
};

function drawPieces(): HTMLElement[] {
  const { found, corrected } = search.find(place.text);
  const fits = (ids: string[], wanted: string) => wanted === '' || ids.includes(wanted);
  const some = found.filter(
    ({ piece }) =>
      fits(piece.personas, place.persona) &&
      fits(piece.phases, place.phase) &&
      (place.kind === '' || piece.kind === place.kind),
  );
  const kinds = new Map(kit.pieces.map((piece) => [piece.kind as string, piece.kind_name]));
  const filter = (label: string, options: [string, string][], key: 'persona' | 'phase' | 'kind') =>
    choice(label, [['', 'any'], ...options], place[key], (value) => {
      place[key] = value;
      draw();
    });
  const named = (all: { id: string; name: string }[]) =>
    all.map(({ id, name }) => [id, name] as [string, string]);
  return [
    h(
      'div',
      { className: 'filters' },
      filter('Persona', named(kit.personas), 'persona'),
      filter('Buying phase', named(kit.phases), 'phase'),
      filter(
        'Type',
        [...kinds].sort((a, b) => a[1].localeCompare(b[1])),
        'kind',
      ),
      h('button', { type: 'button', onclick: () => askNeed(asking, place.text) }, 'We need something else…'),
    ),
    ...corrected.map(([typed, meant]) =>
      h('p', { className: 'soft' }, `“${typed}” stands nowhere. Looked for “${meant}”.`),
    ),
    h('h2', { attrs: { 'aria-live': 'polite' } }, some.length === 1 ? '1 piece' : `${some.length} pieces`),
    h('ul', { className: 'pieces' }, ...some.slice(0, AT_ONCE).map(drawPiece)),
    ...(some.length > AT_ONCE
      ? [
          h(
            'p',
            { className: 'soft' },
            `${AT_ONCE} of ${some.length} are shown. Type more words to narrow it down.`,
          ),
        ]
      : []),
  ];
}

/** Where a piece lies: in the kit, whatever its file is called, or elsewhere. */
function addressOf({ file, link }: KitPiece): string {
  return file ? file.path.split('/').map(encodeURIComponent).join('/') : link;
}

function drawPiece({ piece, passage }: Found): HTMLElement {
  const address = addressOf(piece);
  const madeFor = [
    ...piece.personas.map((id) => nameOf(kit.personas, id)),
    ...piece.phases.map((id) => nameOf(kit.phases, id)),
  ].filter(Boolean);
  const approved = piece.approved
    .map(({ name, side, on }) => `${name} for ${side === 'sales' ? 'Sales' : 'Marketing'}, ${day(on)}`)
    .join(' · ');
  return h(
    'li',
    { id: `piece-${piece.id}` },
    piece.picture
      ? h('img', { src: piece.picture, alt: '', loading: 'lazy' })
      : h('div', { className: 'card', attrs: { 'aria-hidden': 'true' } }, piece.kind_name),
    h(
      'div',
      {},
      h('h3', {}, h('a', { href: address, target: '_blank', rel: 'noopener' }, piece.title)),
      h('p', { className: 'soft' }, [piece.kind_name, ...madeFor].join(' · ')),
      passage
        ? h(
            'p',
            { className: 'passage' },
            h('span', { className: 'soft' }, `Page ${passage.page}: `),
            ...passage.parts.map((part, at) => (at % 2 === 1 ? h('mark', {}, part) : part)),
          )
        : h('p', { className: 'passage' }, piece.opening),
      piece.file?.note ? h('p', { className: 'soft' }, piece.file.note) : false,
      h(
        'p',
        { className: 'soft' },
        `Approved by ${approved}.${piece.review_by ? ` To be reviewed by ${day(piece.review_by)}.` : ''}`,
      ),
      h(
        'p',
        { className: 'buttons' },
        h('button', { type: 'button', onclick: () => askUse(asking, piece) }, 'I used this'),
        h('button', { type: 'button', onclick: () => askWork(asking, piece) }, 'This needs work'),
      ),
    ),
  );
}

const coverageWords: Record<KitCell['coverage'], [string, string]> = {
  covered: ['●', 'covered'],
  partly: ['◐', 'partly covered'],
  gap: ['○', 'nothing yet'],
  not_required: ['–', 'nothing required'],
};

function drawMatrix(): HTMLElement[] {
  const cellOf = (persona: string, phase: string) =>
    kit.cells.find((cell) => cell.persona === persona && cell.phase === phase);
  const titleOf = (id: string) => kit.pieces.find((piece) => piece.id === id);
  const pieceLink = (piece: KitPiece) =>
    h('a', { href: addressOf(piece), target: '_blank', rel: 'noopener' }, piece.title);
  const drawCell = (persona: string, phase: string) => {
    const cell = cellOf(persona, phase);
    if (!cell) return h('td');
    const [sign, words] = coverageWords[cell.coverage];
    const pieces = cell.pieces.map(titleOf).filter((piece) => piece !== undefined);
    return h(
      'td',
      { className: cell.coverage },
      h('p', {}, h('span', { className: 'sign', attrs: { 'aria-hidden': 'true' } }, sign), ` ${words}`),
      pieces.length > 0 && h('ul', {}, ...pieces.map((piece) => h('li', {}, pieceLink(piece)))),
      cell.needs.length > 0 &&
        h(
          'details',
          {},
          h('summary', {}, 'What they want to know'),
          h('ul', {}, ...cell.needs.map((need) => h('li', {}, need))),
        ),
    );
  };
  return [
    h('h2', {}, 'What we have for whom, and when in their purchase'),
    h(
      'div',
      { className: 'scroll', tabIndex: 0, attrs: { role: 'region', 'aria-label': 'Content matrix' } },
      h(
        'table',
        {},
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            h('th', { scope: 'col' }, 'Persona'),
            ...kit.phases.map(({ name }) => h('th', { scope: 'col' }, name)),
          ),
        ),
        h(
          'tbody',
          {},
          ...kit.personas.map(({ id, name }) =>
            h(
              'tr',
              {},
              h('th', { scope: 'row' }, name),
              ...kit.phases.map((phase) => drawCell(id, phase.id)),
            ),
          ),
        ),
      ),
    ),
  ];
}

function drawNotes(): HTMLElement[] {
  const { by, notes } = notebook.kept;
  const name = h('input', {
    value: by,
    autocomplete: 'name',
    oninput: () => {
      notebook.change({ by: name.value });
      save.disabled = name.value.trim() === '' || notes.length === 0;
    },
  });
  const save = h(
    'button',
    {
      type: 'button',
      className: 'main',
      disabled: by.trim() === '' || notes.length === 0,
      onclick: saveSlip,
    },
    'Save return slip',
  );
  const titleOf = (id: string | null) => kit.pieces.find((piece) => piece.id === id)?.title ?? '';
  const what = { used: 'Used', work: 'Needs work', need: 'We need' } as const;
  return [
    h(
      'h2',
      {},
      notes.length === 0 ? 'No notes yet' : notes.length === 1 ? '1 note' : `${notes.length} notes`,
    ),
    h(
      'p',
      { className: 'soft' },
      'Notes stay in this browser. Save them as one small file and send it to whoever keeps Lockstep; a note counts once, however often the file is sent.',
    ),
    h('label', { className: 'field' }, h('span', {}, 'Your name'), name),
    h('p', { className: 'buttons' }, save),
    h(
      'ul',
      { className: 'notes' },
      ...notes.map((note) =>
        h(
          'li',
          {},
          h('strong', {}, `${what[note.kind]}: ${titleOf(note.piece) || note.text}`),
          ` ${[note.deal, day(note.on), note.piece ? note.text : ''].filter(Boolean).join(' · ')} `,
          h(
            'button',
            {
              type: 'button',
              onclick: () => {
                notebook.change({ notes: notebook.kept.notes.filter(({ id }) => id !== note.id) });
                draw();
              },
              attrs: { 'aria-label': `Remove the note about ${titleOf(note.piece) || note.text}` },
            },
            'Remove',
          ),
        ),
      ),
    ),
  ];
}

function saveSlip() {
  const kept = notebook.kept;
  const address = URL.createObjectURL(new Blob([slipOf(kit.workspace, kept)], { type: 'application/json' }));
  const who = kept.by.trim().replace(/[^\p{L}\p{N}]+/gu, '-');
  const link = h('a', { href: address, download: `return-slip-${who}-${kept.notes.at(-1)?.on}.json` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  said.textContent =
    'Saved among your downloads. The notes stay here until you remove them; sent twice, they count once.';
}

document.title = `${kit.company}: field kit`;
document.body.prepend(
  h('a', { href: '#content', className: 'skip' }, 'Go to the pieces'),
  h(
    'header',
    {},
    h('h1', {}, `${kit.company}: what we send and show`),
    h('p', { className: 'soft' }, `Approved by Sales and Marketing, as of ${day(kit.as_of)}.`),
    h('label', { className: 'search' }, h('span', {}, 'Find a piece'), input),
    tabs,
  ),
  said,
  main,
);
document.addEventListener('keydown', (event) => {
  const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
  if (event.key === '/' && !isTyping) {
    event.preventDefault();
    input.focus();
  }
});
draw();
