import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CommonOverrides } from '../state/common.ts';
import type { Snapshot } from '../state/sceneStore.ts';
import type { Journal } from './belongings.ts';
import type { Session } from './session.tsx';
import { restAt } from './sync.ts';

/** A state as it was: what a link to it holds, and what no link holds. */
interface Moment {
  readonly overrides: CommonOverrides;
  readonly belongings: unknown;
  /** What came after it was another experiment: going back begins anew, too. */
  readonly begins: boolean;
  /** What came after it was another view of the same: going back changes nothing else. */
  readonly viewed?: boolean;
}

export interface Undoable {
  readonly past: readonly Moment[];
  readonly future: readonly Moment[];
  /** The change that is to be told, by its number: another experiment took the place of the one before (`replaced`), or that was taken back; null: nothing. */
  readonly told: { readonly what: 'replaced' | 'undone'; readonly number: number } | null;
}

export interface Undo extends Journal {
  readonly store: StoreApi<Undoable>;
  /** Nothing is to be told any more. */
  hush(): void;
  /** A pointer is down, or up again: what changes meanwhile in the same parts is one drag, however slow. */
  press(down: boolean): void;
  /** Remembers from now on, until the returned function is called. */
  keep(): () => void;
}

const MOST = 100;
/** Changes of the same parts that follow each other closer than this are one: a drag, a key held down. */
const ONE_MILLISECONDS = 1000;
/** How one looks at it, and what is the reader's own: never undone, but a view that was chosen at once. */
const LOOKS: ReadonlySet<string> = new Set([
  ...['camera', 't', 'playing', 'speed', 'loop', 'presenting', 'language', 'theme'],
]);

const entriesOf = (overrides: CommonOverrides) => Object.entries(overrides as Readonly<Record<string, unknown>>);
const looksOf = (overrides: CommonOverrides): CommonOverrides =>
  Object.fromEntries(entriesOf(overrides).filter(([name]) => LOOKS.has(name)));

/** The parts of the experiment in which two states differ. */
function changedParts(a: CommonOverrides, b: CommonOverrides): readonly string[] {
  const [before, after] = [new Map(entriesOf(a)), new Map(entriesOf(b))];
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => !LOOKS.has(name) && JSON.stringify(before.get(name)) !== JSON.stringify(after.get(name)),
  );
}

/**
 * Remembers what each change of a session's experiment took the place of, while it is kept. The browser's history
 * stays as it is: going back here is another entry of it. What it loads (Back, a link) is not remembered: Forward brings that back.
 */
export function createUndo(session: Session): Undo {
  const { store, clock, belongings } = session;
  const undoable = createStore<Undoable>(() => ({ past: [], future: [], told: null }));
  let count = 0;
  let restoring = false;
  /** Where the clock was in the last frame: by the time that a change is heard of, it has begun anew. */
  let ticked = clock.t;
  /** What no link holds, as it was before the task that is under way. */
  let settled = belongings?.take();
  /** The change that the next may be part of. */
  let open: { readonly parts: string; at: number; readonly task: boolean } | null = null;
  let held: Moment | null = null;
  let pressed = false;

  const momentOf = ({ overrides, state }: Snapshot, begins: boolean, viewed = false): Moment => {
    const t = overrides.t ?? (state.playing ? restAt(ticked) : undefined);
    return { overrides: { ...overrides, t, playing: undefined }, belongings: settled, begins, viewed };
  };
  const told = (what: 'replaced' | 'undone') => ({ what, number: ++count });
  const remember = (moment: Moment, tell: boolean) =>
    undoable.setState(({ past, told: before }) => ({
      past: [...past.slice(1 - MOST), moment],
      future: [],
      told: tell ? told('replaced') : before?.what === 'undone' ? null : before,
    }));
  const settle = () => {
    settled = belongings?.take();
    if (open?.task) open = null;
    if (!held || belongings?.busy?.()) return;
    const [moment, now] = [held, store.get()];
    held = null;
    if (moment.belongings !== settled || changedParts(moment.overrides, now.overrides).length > 0) {
      remember(moment, true);
    }
  };

  /** The browser's own way through its history: where it is the same as ours, we are there, too. (What no link holds it cannot bring back.) */
  const followHistory = (before: Snapshot, now: Snapshot) => {
    open = null;
    const { past, future } = undoable.getState();
    const isAt = (moment: Moment | undefined) =>
      moment !== undefined && !belongings && changedParts(moment.overrides, now.overrides).length === 0;
    const [last, next] = [past.at(-1), future.at(-1)];
    if (last && isAt(last)) {
      undoable.setState({ past: past.slice(0, -1), future: [...future, momentOf(before, last.begins)], told: null });
    } else if (next && isAt(next)) {
      undoable.setState({ past: [...past, momentOf(before, next.begins)], future: future.slice(0, -1), told: null });
    }
  };

  const listen = () => [
    clock.subscribe((event) => {
      if (event === 'tick' || event === 'step') ticked = clock.t;
    }),
    belongings?.subscribe(() => queueMicrotask(settle)),
    store.subscribe((now, before) => {
      if (restoring) return;
      const begins = now.experiment !== before.experiment;
      const parts = changedParts(before.overrides, now.overrides);
      if (begins && now.kind === 'replace') {
        followHistory(before, now);
        return;
      }
      if (parts.length === 0 && !now.replaces) {
        const viewed = now.kind === 'push' && now.overrides.camera !== before.overrides.camera;
        if (!viewed) return;
        remember(momentOf(before, false, true), false);
        open = null;
        return;
      }
      if (belongings?.busy?.()) {
        held ??= momentOf(before, true);
        return;
      }
      const key = now.replaces ? null : parts.join();
      const at = performance.now();
      const together =
        open !== null && (open.task || (open.parts === key && (pressed || at - open.at < ONE_MILLISECONDS)));
      if (together && open) {
        open.at = at;
        return;
      }
      remember(momentOf(before, begins), now.replaces);
      open = { parts: key ?? '', at, task: now.replaces };
      queueMicrotask(settle);
    }),
  ];

  const go = (from: 'past' | 'future', to: 'past' | 'future'): boolean => {
    const now = undoable.getState();
    const moment = now[from].at(-1);
    if (!moment) return false;
    const { overrides } = store.get();
    const left = momentOf(store.get(), moment.begins, moment.viewed);
    const patch = {
      ...Object.fromEntries(entriesOf(overrides).map(([name]) => [name, undefined])),
      ...moment.overrides,
    };
    const own = { ...looksOf(overrides), ...(moment.viewed && { camera: moment.overrides.camera }) };
    restoring = true;
    open = null;
    if (belongings) {
      belongings.give(moment.belongings);
      settled = belongings.take();
    }
    if (moment.begins) {
      const { language, theme, presenting } = own;
      store.begin({ ...patch, language, theme, presenting });
    } else {
      store.update({ ...patch, ...Object.fromEntries([...LOOKS].map((name) => [name, undefined])), ...own });
    }
    restoring = false;
    undoable.setState({
      [from]: now[from].slice(0, -1),
      [to]: [...now[to], left],
      told: from === 'past' && moment.begins ? told('undone') : null,
    });
    return true;
  };

  return {
    store: undoable,
    undo: () => go('past', 'future'),
    redo: () => go('future', 'past'),
    hush: () => undoable.setState({ told: null }),
    press(down) {
      pressed = down;
      // What a press changes is not what was changed before it.
      if (down && open && !open.task) open = null;
    },
    keep() {
      const ends = listen();
      return () => ends.forEach((end) => end?.());
    },
  };
}
