import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Points } from '../../../src/clouds/types.ts';
import type { Answer, Fetching, LookUp, Measures } from '../../../src/jobs/reconstruction/api.ts';
import type { Picture, Sample } from '../../../src/reconstruction/types.ts';
import type { PicturePlace } from './plane.ts';

/** The picture that everything else is an answer to. */
export interface Shown {
  /** Another picture has another key. */
  readonly key: string;
  readonly picture: Picture;
  readonly from: 'shape' | 'item' | 'own';
  /** Where the truth is known: the shape that the picture was drawn of. */
  readonly sample: Sample | null;
}

/** Answer against truth, look-up against truth, two samples of the truth; `apart`: answer against look-up, where there is no truth. */
export interface Compared {
  readonly network: Measures | null;
  readonly lookup: Measures | null;
  readonly floor: Measures | null;
  readonly apart: Measures | null;
}

/** All of one picture: its parts come one after another. */
export interface Results {
  readonly shown: Shown | null;
  /** 1,024 even places of the truth; null: there is none. */
  readonly truth: Points | null;
  readonly answer: Answer | null;
  /** The picture's plane behind the points. */
  readonly place: PicturePlace | null;
  /** Where on the plane each point of the answer starts from. */
  readonly start: Points | null;
  readonly lookup: LookUp | null;
  readonly compared: Compared;
  /** A file that is being fetched. */
  readonly fetching: Fetching | null;
  /** Why the network's answer could not be had. */
  readonly failure: string | null;
  /** Why the look-up could not be had. */
  readonly lookupFailure: string | null;
}

export type ResultsStore = StoreApi<Results>;

export const nothingCompared: Compared = { network: null, lookup: null, floor: null, apart: null };

export const noResults: Results = {
  shown: null,
  truth: null,
  answer: null,
  place: null,
  start: null,
  lookup: null,
  compared: nothingCompared,
  fetching: null,
  failure: null,
  lookupFailure: null,
};

export function createResultsStore(): ResultsStore {
  return createStore<Results>(() => noResults);
}
