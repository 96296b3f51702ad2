import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Point2 } from '../../../src/surfaces/types.ts';
import type { BasinPicture } from './growth.ts';

/** A minimum with its letter. */
export interface NamedBasin {
  readonly letter: string;
  readonly at: Point2;
}

export interface Basins {
  /** By optimizer: the newest map that there is of it, which is of older settings until the first coarse one of the newest is there. */
  readonly pictures: ReadonlyMap<string, BasinPicture>;
  /** Of the selected optimizer's map, for the labels of the relief. */
  readonly named: readonly NamedBasin[];
  /** Why they could not be computed; null: nothing is wrong. */
  readonly problem: unknown;
}

export type BasinStore = StoreApi<Basins>;

export const createBasinStore = (): BasinStore =>
  createStore<Basins>(() => ({ pictures: new Map(), named: [], problem: null }));
