import { createStore } from 'zustand/vanilla';
import { normalise } from './normalise.ts';
import { resolve } from './resolve.ts';
import type { LabState, Overrides } from './types.ts';

/** `push`: a discrete choice, one entry in the browser's history. `replace`: a drag, a camera, a step. */
export type ChangeKind = 'push' | 'replace';

export interface Lab {
  readonly overrides: Overrides;
  readonly state: LabState;
  /** How the last change is to enter the history. */
  readonly kind: ChangeKind;
  /** Counts changes that begin a new experiment (another surface, another link): the clock starts over with them. */
  readonly experiment: number;
}

export interface LabStore {
  get(): Lab;
  /** Lays `patch` over the overrides; a key set to undefined goes back to its default. */
  update(patch: Overrides, kind?: ChangeKind): void;
  /** Takes over all overrides at once (a link, browser back). */
  load(overrides: Overrides): void;
  /** Like update, and the clock starts over. */
  begin(patch: Overrides): void;
  subscribe(listener: (lab: Lab, before: Lab) => void): () => void;
}

export function createLabStore(initial: Overrides = {}): LabStore {
  const start = normalise(initial);
  const store = createStore<Lab>(() => ({ overrides: start, state: resolve(start), kind: 'replace', experiment: 0 }));
  const put = (next: Overrides, kind: ChangeKind, begins: boolean) => {
    const overrides = normalise(next);
    const experiment = store.getState().experiment + (begins ? 1 : 0);
    store.setState({ overrides, state: resolve(overrides), kind, experiment });
  };
  return {
    get: store.getState,
    update: (patch, kind = 'push') => {
      put({ ...store.getState().overrides, ...patch }, kind, false);
    },
    load: (overrides) => {
      put(overrides, 'replace', true);
    },
    begin: (patch) => {
      put({ ...store.getState().overrides, t: undefined, playing: undefined, ...patch }, 'push', true);
    },
    subscribe: store.subscribe,
  };
}
