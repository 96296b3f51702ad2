import type { CommonOverrides } from '../state/common.ts';
import { decodeLink, encodeLink, type LinkNotice, type SceneRules } from '../state/link.ts';
import type { ChangeKind } from '../state/sceneStore.ts';
import { forgetOwed, fragmentShown, writeAddress } from './address.ts';
import { keepFlush, takeAside, takeSpent } from './aside.ts';
import type { Session } from './session.tsx';
import { restAt } from './sync.ts';

const REST_MILLISECONDS = 500;
/** Safari throws above 100 history writes in 30 s, and a key held down asks for 30 in one: at most two in any second. */
const WRITES = 2;
const SECOND = 1000;

/** The address of `overrides`: a fragment, or the bare page for the opening state. */
function addressOf(rules: SceneRules, overrides: CommonOverrides): string {
  const fragment = encodeLink(rules, overrides);
  return fragment === '' ? location.pathname + location.search : `#${fragment}`;
}

/** Whether the address bar shows `overrides` already. */
function isShown(rules: SceneRules, overrides: CommonOverrides): boolean {
  return `#${encodeLink(rules, overrides)}` === (fragmentShown() || '#');
}

/**
 * Keeps the address and the store in step: discrete choices push an entry, drags and steps replace it once they rest, browser back loads.
 * `onNotices` hears of parts of a link that could not be used. In a frame the history is the embedding page's, whose Back must
 * leave it and not undo something in here, so nothing is pushed. An address that is not `isOurs` is another scene's: neither read
 * nor written over.
 */
export function syncHistory(
  { store, framed }: Session,
  onNotices: (notices: readonly LinkNotice[]) => void,
  isOurs: (address: string) => boolean = () => true,
): () => void {
  const { rules } = store;
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
  const write = (kind: ChangeKind, overrides: CommonOverrides) => {
    if (isShown(rules, overrides) || !isOurs(fragmentShown())) return;
    written.push(performance.now());
    if (written.length > WRITES) written.shift();
    const replaces = framed || (kind === 'push' && takeSpent(store));
    writeAddress(replaces ? 'replace' : kind, addressOf(rules, overrides));
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
    forgetOwed();
    const aside = takeAside(store);
    if (!isOurs(location.hash)) return;
    if (aside?.address === location.hash) {
      // The scene beneath was never left: the address says what has become of it, and nothing begins anew.
      write('replace', store.get().overrides);
      if (!aside.spent) aside.onBack();
      return;
    }
    const { overrides, notices } = decodeLink(rules, location.hash);
    loading = true;
    store.load(overrides);
    loading = false;
    onNotices(notices);
    if (aside && !aside.spent) aside.onElsewhere();
  };
  keepFlush(store, flush);
  addEventListener('popstate', load);
  return () => {
    forget();
    takeAside(store);
    end();
    removeEventListener('popstate', load);
  };
}

/** The overrides of this very picture, step included: what a link to it holds. */
export function pictureOf({ store, clock }: Session): CommonOverrides {
  return { ...store.get().overrides, t: restAt(clock.t), playing: undefined };
}

/** The link that brings this very picture back. */
export function linkOf(session: Session): string {
  const fragment = encodeLink(session.store.rules, pictureOf(session));
  return `${location.origin}${location.pathname}#${fragment}`;
}

/** The link that opens this experiment and plays it from its start. */
export function playLinkOf({ store }: Session): string {
  const fragment = encodeLink(store.rules, { ...store.get().overrides, t: undefined, playing: undefined });
  return `${location.origin}${location.pathname}${fragment === '' ? '' : `#${fragment}`}`;
}

/** The scene on view stays, whatever the address names: it names that scene again. */
export function stayAt({ store }: Session): void {
  writeAddress('replace', addressOf(store.rules, store.get().overrides));
}

/** Turns from a scene to another, opened with `overrides`. The entry left behind holds all that was changed in the one left; back returns to it. */
export function turnTo(rules: SceneRules, overrides: CommonOverrides, from: Session): void {
  const left = from.store;
  if (!isShown(left.rules, left.get().overrides)) {
    writeAddress('replace', addressOf(left.rules, left.get().overrides));
  }
  writeAddress(from.framed ? 'replace' : 'push', addressOf(rules, overrides));
}
