import type { ChangeKind } from '../state/store.ts';
import type { Overrides } from '../state/types.ts';
import { decode, encode, type LinkNotice } from '../state/url.ts';
import type { Session } from './lab.tsx';
import { restAt } from './sync.ts';

const REST_MILLISECONDS = 500;
/** Safari throws above 100 history writes in 30 s, and a key held down asks for 30 in one: at most two in any second. */
const WRITES = 2;
const SECOND = 1000;

/** The address of `overrides`: a fragment, or the bare page for the opening state. */
function addressOf(overrides: Overrides): string {
  const fragment = encode(overrides);
  return fragment === '' ? location.pathname + location.search : `#${fragment}`;
}

/** Whether the address bar shows `overrides` already. */
function isShown(overrides: Overrides): boolean {
  return `#${encode(overrides)}` === (location.hash || '#');
}

/**
 * Keeps the address and the store in step: discrete choices push an entry, drags and steps replace it once they rest, browser back loads.
 * `onNotices` hears of parts of a link that could not be used. In a frame the history is the embedding page's, whose Back must
 * leave it and not undo something in here, so nothing is pushed.
 */
export function syncHistory(
  { store, framed }: Session,
  onNotices: (notices: readonly LinkNotice[]) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: ChangeKind | null = null;
  let loading = false;
  /** When the last writes were, at most WRITES of them. */
  const written: number[] = [];

  /** Milliseconds until there is room for `count` writes. */
  const delayFor = (count: number) => {
    const blocking = written[written.length - 1 - (WRITES - count)];
    return blocking === undefined ? 0 : Math.max(blocking + SECOND - performance.now(), 0);
  };
  const write = (kind: ChangeKind, overrides: Overrides) => {
    if (isShown(overrides)) return;
    written.push(performance.now());
    if (written.length > WRITES) written.shift();
    if (kind === 'push' && !framed) history.pushState(null, '', addressOf(overrides));
    else history.replaceState(null, '', addressOf(overrides));
  };
  const forget = () => {
    clearTimeout(timer);
    waiting = null;
  };
  const flush = () => {
    const kind = waiting;
    forget();
    if (kind !== null) write(kind, store.get().overrides);
  };
  const later = (kind: ChangeKind, milliseconds: number) => {
    forget();
    waiting = kind;
    timer = setTimeout(flush, Math.max(milliseconds, delayFor(1)));
  };
  const end = store.subscribe((lab, before) => {
    // A choice that waits for its turn takes along whatever follows it.
    if (loading || waiting === 'push') return;
    if (lab.kind === 'replace') {
      later('replace', REST_MILLISECONDS);
      return;
    }
    // What was dragged just before belongs to the entry that the choice leaves behind.
    if (waiting === 'replace' && delayFor(2) === 0) write('replace', before.overrides);
    later('push', 0);
    if (delayFor(1) === 0) flush();
  });
  const load = () => {
    forget();
    const { overrides, notices } = decode(location.hash);
    loading = true;
    store.load(overrides);
    loading = false;
    onNotices(notices);
  };
  addEventListener('popstate', load);
  return () => {
    forget();
    end();
    removeEventListener('popstate', load);
  };
}

/** The link that brings this very picture back, step included. */
export function linkOf({ store, clock }: Session): string {
  const fragment = encode({ ...store.get().overrides, t: restAt(clock.t), playing: undefined });
  return `${location.origin}${location.pathname}#${fragment}`;
}
