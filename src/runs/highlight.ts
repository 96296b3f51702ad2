import { createStore, type StoreApi } from 'zustand/vanilla';

/**
 * What is lit up now, wherever it stands: a word, a symbol, a slider and the thing in the scene that it names light up together.
 * `symbol`: a name of the selected optimizer's rule (`lr`, `g`, `m`, `x`); `run`: an optimizer's path and head;
 * `thing`: something of the scene (`angle`, `steep`), or a number of the panel that is no symbol of that rule (`surface-anisotropy`).
 */
export type Highlight =
  | { readonly kind: 'symbol'; readonly name: string }
  | { readonly kind: 'run'; readonly id: string }
  | { readonly kind: 'thing'; readonly name: string };

export interface Highlighted {
  readonly lit: Highlight | null;
}

export type HighlightStore = StoreApi<Highlighted>;

export function createHighlightStore(): HighlightStore {
  return createStore<Highlighted>(() => ({ lit: null }));
}

export function sameHighlight(a: Highlight | null, b: Highlight | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
