import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Run } from '../run/types.ts';
import type { DataSet } from '../../../src/networks/types.ts';
import type { OwnPoint } from './points.ts';
import type { Refusal } from './read.ts';

/** What the reader brought along: no link holds it. */
export interface Files {
  /** A training of the reader's own; each one brought has its number. */
  readonly run: { readonly run: Run; readonly number: number } | null;
  /** The points on view as they came in a file, not scaled to the plane and not halved; those that are painted since are not among them. */
  readonly came: { readonly points: readonly OwnPoint[]; readonly data: DataSet } | null;
  readonly reading: string | null;
  readonly refused: { readonly name: string; readonly why: Refusal } | null;
  /** The class that is painted next. */
  readonly brush: 0 | 1;
}

export const createFiles = (): StoreApi<Files> =>
  createStore<Files>(() => ({ run: null, came: null, reading: null, refused: null, brush: 0 }));
