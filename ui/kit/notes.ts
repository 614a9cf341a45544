/** What a seller can say: that a piece was used and how it went, that it needs work, that something is missing. */
import type { FieldKit, KitPiece, RequestKind, SaidMoved, UseManner } from '../src/api/generated';
import { choice, h } from './dom';
import type { Note, Notebook } from './slip';

const manners: [UseManner, string][] = [
  ['sent', 'Sent it'],
  ['presented', 'Presented it'],
  ['handed_over', 'Handed it over'],
  ['quoted', 'Quoted from it'],
];

const troubles: [RequestKind, string][] = [
  ['generic', 'It is too generic'],
  ['off_message', 'It is off message'],
  ['wrong', 'Something in it is wrong'],
  ['shorter', 'A shorter version would help'],
];

const empty: Omit<Note, 'id' | 'on' | 'kind'> = {
  piece: null,
  deal: '',
  persona: null,
  phase: null,
  manner: null,
  easy_to_find: null,
  fitted: null,
  ready: null,
  moved: null,
  request: null,
  text: '',
};

type Draft = Omit<Note, 'id' | 'on'>;

interface Asking {
  kit: FieldKit;
  notebook: Notebook;
  /** Called when a note was kept. */
  done: (kept: boolean) => void;
}

/** Asks how a piece was used. */
export function askUse(asking: Asking, piece: KitPiece) {
  const note: Draft = { ...empty, kind: 'used', piece: piece.id, manner: 'sent' };
  const deal = h('input', { required: true, oninput: () => (note.deal = deal.value.trim()) });
  show(asking, note, `I used “${piece.title}”`, [
    h('label', { className: 'field' }, h('span', {}, 'In which deal'), deal),
    choice('How', manners, 'sent', (value) => (note.manner = value as UseManner)),
    ...buyers(asking.kit, note, piece),
    marks('Easy to find', (mark) => (note.easy_to_find = mark)),
    marks('Fitted this customer', (mark) => (note.fitted = mark)),
    marks('Ready as it was', (mark) => (note.ready = mark)),
    choice(
      'Did the deal move on?',
      [
        ['', 'Not yet known'],
        ['yes', 'Yes'],
        ['no', 'No'],
      ],
      '',
      (value) => (note.moved = (value || null) as SaidMoved | null),
    ),
    words('Anything else', note, false),
  ]);
}

/** Asks what is to be changed in a piece. */
export function askWork(asking: Asking, piece: KitPiece) {
  const note: Draft = { ...empty, kind: 'work', piece: piece.id, request: 'generic' };
  show(asking, note, `“${piece.title}” needs work`, [
    choice('What is it', troubles, 'generic', (value) => (note.request = value as RequestKind)),
    words('In a sentence', note, true),
  ]);
}

/** Asks for what is not there. */
export function askNeed(asking: Asking, wanted = '') {
  const note: Draft = { ...empty, kind: 'need', request: 'new', text: wanted };
  show(asking, note, 'We need …', [words('What would help', note, true), ...buyers(asking.kit, note)]);
}

function words(label: string, note: Draft, required: boolean) {
  const area = h('textarea', {
    rows: 3,
    required,
    value: note.text,
    oninput: () => (note.text = area.value.trim()),
  });
  return h('label', { className: 'field' }, h('span', {}, label), area);
}

/** For whom it was, and when in their purchase; what the piece is made for is chosen where it is made for one. */
function buyers({ personas, phases }: FieldKit, note: Draft, piece?: KitPiece): HTMLElement[] {
  const only = (ids: readonly string[] | undefined) => (ids?.length === 1 ? (ids[0] ?? null) : null);
  note.persona = only(piece?.personas);
  note.phase = only(piece?.phases);
  const fields: HTMLElement[] = [];
  const ask = (label: string, all: typeof personas, key: 'persona' | 'phase') => {
    if (all.length === 0) return;
    const options = all.map(({ id, name }) => [id, name] as const);
    fields.push(
      choice(label, [['', 'Not said'], ...options], note[key] ?? '', (value) => (note[key] = value || null)),
    );
  };
  ask('Persona', personas, 'persona');
  ask('Buying phase', phases, 'phase');
  return fields;
}

function marks(label: string, choose: (mark: number) => void) {
  const name = `mark-${label}`;
  const buttons = [1, 2, 3, 4, 5].map((mark) =>
    h(
      'label',
      {},
      h('input', { type: 'radio', name, value: String(mark), onchange: () => choose(mark) }),
      String(mark),
    ),
  );
  return h(
    'fieldset',
    { className: 'marks' },
    h('legend', {}, label),
    h('span', { className: 'soft' }, 'not at all'),
    ...buttons,
    h('span', { className: 'soft' }, 'very'),
  );
}

function show({ notebook, done }: Asking, note: Draft, title: string, fields: HTMLElement[]) {
  const dialog = h('dialog', { attrs: { 'aria-labelledby': 'dialog-title' } });
  const form = h(
    'form',
    {
      method: 'dialog',
      onsubmit: () => done(notebook.add(note)),
    },
    h('h2', { id: 'dialog-title' }, title),
    ...fields,
    h(
      'p',
      { className: 'buttons' },
      h('button', { type: 'submit', className: 'main' }, 'Keep this note'),
      h('button', { type: 'button', onclick: () => dialog.close() }, 'Cancel'),
    ),
  );
  dialog.append(form);
  const isTyped = () =>
    [...form.querySelectorAll('input:not([type=radio]), textarea')].some(
      (field) => (field as HTMLInputElement | HTMLTextAreaElement).value.trim() !== '',
    );
  dialog.addEventListener('cancel', (event) => {
    if (isTyped() && !confirm('Drop what you typed?')) event.preventDefault();
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
