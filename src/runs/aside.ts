import type { SceneStore } from '../state/sceneStore.ts';

/** What is open over a scene's page, with an entry of its own in the history. */
export interface Aside {
  /** The fragment of the entry beneath. */
  readonly address: string;
  /** Back was pressed: it closes. */
  readonly onBack: () => void;
  /** The visitor went elsewhere: it closes, and what is shown there stays. */
  readonly onElsewhere: () => void;
  /** It has closed without Back: the next entry takes the place of its own. */
  readonly spent: boolean;
}

const asides = new WeakMap<SceneStore, Aside>();
/** What each scene's address still waits for, where one is kept. */
const flushes = new WeakMap<SceneStore, () => void>();

export function keepFlush(store: SceneStore, flush: () => void): void {
  flushes.set(store, flush);
}

/** Opens something over the scene that Back closes. false: the browser gives it no entry. */
export function openAside(store: SceneStore, heard: Pick<Aside, 'onBack' | 'onElsewhere'>): boolean {
  // What was moved just before belongs to the entry beneath.
  flushes.get(store)?.();
  const spent = asides.get(store);
  try {
    if (!spent) history.pushState(null, '', location.href);
  } catch {
    return false;
  }
  asides.set(store, { ...heard, address: spent?.address ?? location.hash, spent: false });
  return true;
}

/** It has closed of itself. */
export function spendAside(store: SceneStore): void {
  const aside = asides.get(store);
  if (aside) asides.set(store, { ...aside, spent: true });
}

export const isAsideOpen = (store: SceneStore): boolean => asides.get(store)?.spent === false;

/** Whether the next entry is to take the place of the one on top. */
export function takeSpent(store: SceneStore): boolean {
  return asides.get(store)?.spent === true && asides.delete(store);
}

/** The aside whose entry is on top, which is void from now on; undefined: there is none. */
export function takeAside(store: SceneStore): Aside | undefined {
  const aside = asides.get(store);
  asides.delete(store);
  return aside;
}
