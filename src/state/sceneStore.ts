import { createStore } from 'zustand/vanilla';
import type { CommonOverrides, CommonState } from './common.ts';
import type { SceneRules } from './link.ts';

/** `push`: a discrete choice, one entry in the browser's history. `replace`: a drag, a camera, a step. */
export type ChangeKind = 'push' | 'replace';

/** What a scene's store holds at a moment. */
export interface Snapshot<O extends CommonOverrides = CommonOverrides, S extends CommonState = CommonState> {
  readonly overrides: O;
  readonly state: S;
  /** How the last change is to enter the history. */
  readonly kind: ChangeKind;
  /** Counts changes that begin a new experiment (another surface, another link): the clock starts over with them. */
  readonly experiment: number;
  /** The last change put another experiment in the place of one that the reader may want back. */
  readonly replaces: boolean;
}

export interface SceneStore<O extends CommonOverrides = CommonOverrides, S extends CommonState = CommonState> {
  /** What its overrides mean, and how links write them. */
  readonly rules: SceneRules<O, S>;
  get(): Snapshot<O, S>;
  /** Lays `patch` over the overrides; a key set to undefined goes back to its default. */
  update(patch: Partial<O>, kind?: ChangeKind): void;
  /** Takes over all overrides at once (a link, browser back). */
  load(overrides: O): void;
  /** Like update, and the clock starts over. `quietly`: it is the same experiment, with another number say. */
  begin(patch: Partial<O>, quietly?: 'quietly'): void;
  subscribe(listener: (now: Snapshot<O, S>, before: Snapshot<O, S>) => void): () => void;
}

/** The one store of a scene: it holds overrides only, and the state that they resolve to. */
export function createSceneStore<O extends CommonOverrides, S extends CommonState>(
  rules: SceneRules<O, S>,
  initial: O,
): SceneStore<O, S> {
  const start = rules.normalise(initial);
  const store = createStore<Snapshot<O, S>>(() => ({
    overrides: start,
    state: rules.resolve(start),
    kind: 'replace',
    experiment: 0,
    replaces: false,
  }));
  const put = (next: O, kind: ChangeKind, begins: boolean, replaces = false) => {
    const overrides = rules.normalise(next);
    const experiment = store.getState().experiment + (begins ? 1 : 0);
    store.setState({ overrides, state: rules.resolve(overrides), kind, experiment, replaces });
  };
  return {
    rules,
    get: store.getState,
    update: (patch, kind = 'push') => {
      put({ ...store.getState().overrides, ...patch }, kind, false);
    },
    load: (overrides) => {
      put(overrides, 'replace', true);
    },
    begin: (patch, quietly) => {
      put({ ...store.getState().overrides, t: undefined, playing: undefined, ...patch }, 'push', true, !quietly);
    },
    subscribe: store.subscribe,
  };
}
