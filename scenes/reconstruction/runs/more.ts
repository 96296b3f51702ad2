import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Points } from '../../../src/clouds/types.ts';
import type { KinByChamfer, KinMap, KinPlace, Means, Spread } from '../../../src/jobs/reconstruction/moreApi.ts';

/** What of the visitor's picture is on the map of kin. `key`: of the picture. */
export interface KinOf extends KinPlace {
  readonly key: string;
}

/** Many answers to the picture `key`. */
export interface Many {
  readonly key: string;
  readonly samples: readonly Points[];
  /** null: not yet worked out. */
  readonly spread: Spread | null;
}

/** Why something could not be had; null: nothing failed. */
export interface MoreFailures {
  readonly meansFailure: string | null;
  readonly kinFailure: string | null;
  readonly manyFailure: string | null;
}

/** What the views `losses`, `kin` and `many` have computed; null: not (yet). */
export interface More extends MoreFailures {
  /** How often the visitor wanted what failed to be tried again. */
  readonly tries: number;
  readonly means: Means | null;
  readonly kin: KinMap | null;
  readonly kinOf: KinOf | null;
  /** `part` 0 … 1 of the gallery has been compared; `found` once all of it has. */
  readonly kinByChamfer: { readonly key: string; readonly part: number; readonly found: KinByChamfer | null } | null;
  readonly many: Many | null;
}

export type MoreStore = StoreApi<More>;

export function createMoreStore(): MoreStore {
  return createStore<More>(() => ({
    tries: 0,
    means: null,
    meansFailure: null,
    kin: null,
    kinFailure: null,
    kinOf: null,
    kinByChamfer: null,
    many: null,
    manyFailure: null,
  }));
}
