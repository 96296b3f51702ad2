import type { TextKey } from '../i18n/index.ts';
import type { Session } from '../runs/session.tsx';
import { changeSpeed, restOn, stepBy, takeBack, toggleLoop, togglePlay, togglePresenting } from './commands.ts';

export interface KeyContext<S extends Session = Session> {
  readonly session: S;
  readonly openHelp: () => void;
  readonly openTable: () => void;
  readonly turnCard: (direction: 1 | -1) => void;
  /** Larger, or back as it was. */
  readonly resizeChart: () => void;
}

export interface KeyCommand<S extends Session = Session> {
  /** `KeyboardEvent.key`, letters in lower case. */
  readonly keys: readonly string[];
  /** What the help shows; `key.name.…` is a word, everything else stands as it is. */
  readonly shown: readonly string[];
  readonly label: TextKey;
  /** Together with Control, or ⌘. */
  readonly control?: boolean;
  readonly run: (context: KeyContext<S>, key: string) => void;
}

const playback: readonly KeyCommand[] = [
  { keys: [' '], shown: ['key.name.space'], label: 'key.play', run: ({ session }) => togglePlay(session) },
  { keys: ['ArrowLeft'], shown: ['←'], label: 'key.back', run: ({ session }) => stepBy(session, -1) },
  { keys: ['ArrowRight'], shown: ['→'], label: 'key.forward', run: ({ session }) => stepBy(session, 1) },
  { keys: ['Home'], shown: ['Home'], label: 'key.first', run: ({ session }) => restOn(session, 0) },
  { keys: ['End'], shown: ['End'], label: 'key.last', run: ({ session }) => restOn(session, session.clock.steps) },
  { keys: ['l'], shown: ['L'], label: 'key.loop', run: ({ session }) => toggleLoop(session) },
  { keys: ['+', '='], shown: ['+'], label: 'key.faster', run: ({ session }) => changeSpeed(session, 1) },
  { keys: ['-', '_'], shown: ['−'], label: 'key.slower', run: ({ session }) => changeSpeed(session, -1) },
];

const page: readonly KeyCommand[] = [
  {
    keys: ['z'],
    control: true,
    shown: ['Ctrl', 'Z'],
    label: 'key.undo',
    run: ({ session }, key) => takeBack(session, key === 'Z'),
  },
  { keys: ['v'], shown: ['V'], label: 'key.present', run: ({ session }) => togglePresenting(session) },
  {
    keys: ['n'],
    shown: ['N'],
    label: 'key.card',
    run: ({ turnCard }, key) => turnCard(key === 'N' ? -1 : 1),
  },
  { keys: ['g'], shown: ['G'], label: 'key.chart', run: ({ resizeChart }) => resizeChart() },
  { keys: ['d'], shown: ['D'], label: 'key.table', run: ({ openTable }) => openTable() },
  { keys: ['?'], shown: ['?'], label: 'key.help', run: ({ openHelp }) => openHelp() },
];

/** A scene's one table, with the keys that every scene has: the handler obeys it and the help prints it. */
export function keyTableOf<S extends Session>(own: readonly KeyCommand<S>[]): readonly KeyCommand<S>[] {
  return [...playback, ...own, ...page];
}

/** What of a key event and the element under focus decides; plain data, so that it can be tested without a page. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** The focused element's tag in lower case, its `type` for an input, and whether its text can be edited. */
  readonly tag: string;
  readonly type: string;
  readonly editable: boolean;
  /** A dialog is open: the page behind it does not listen. */
  readonly inDialog: boolean;
}

const slides = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown']);

/** Whether the focused element needs the key for itself. */
function claims({ key, tag, type, editable }: KeyPress): boolean {
  if (editable || tag === 'textarea' || tag === 'select') return true;
  if (tag === 'input') {
    if (type === 'range') return slides.has(key);
    if (type === 'radio') return slides.has(key) || key === ' ';
    if (type === 'checkbox') return key === ' ';
    return true;
  }
  if (tag === 'button' || tag === 'summary') return key === ' ';
  // A scrolled table or list.
  return false;
}

/** The command of a table for a key press, or null when none listens. */
export function commandFor<S extends Session>(table: readonly KeyCommand<S>[], press: KeyPress): KeyCommand<S> | null {
  if (press.altKey || press.inDialog || claims(press)) return null;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  const held = press.ctrlKey || press.metaKey;
  return table.find(({ keys, control = false }) => control === held && keys.includes(key)) ?? null;
}

/** Listens on `target` until the returned function is called. */
export function listenForKeys<S extends Session>(
  target: Window,
  table: readonly KeyCommand<S>[],
  context: KeyContext<S>,
): () => void {
  const listen = (event: KeyboardEvent) => {
    const element = event.target instanceof HTMLElement ? event.target : null;
    const command = commandFor(table, {
      key: event.key,
      ctrlKey: event.ctrlKey,
      metaKey: event.metaKey,
      altKey: event.altKey,
      tag: element?.tagName.toLowerCase() ?? '',
      type: element instanceof HTMLInputElement ? element.type : '',
      editable: element?.isContentEditable ?? false,
      inDialog: document.querySelector('dialog[open]') !== null,
    });
    if (!command || event.defaultPrevented) return;
    event.preventDefault();
    command.run(context, event.key);
  };
  target.addEventListener('keydown', listen);
  return () => {
    target.removeEventListener('keydown', listen);
  };
}
