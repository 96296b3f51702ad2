import type { Points } from '../../clouds/types.ts';
import type { Picture, Sample } from '../../reconstruction/types.ts';

/** Another picture, another id: results are kept by it. */
export interface Answer {
  /** 1,024 × 3 in the viewer's frame. */
  readonly points: Points;
  /** 1,408, see `featureOf`: what kin and doubt are measured in. */
  readonly feature: Float32Array;
  /** Of the network alone. */
  readonly milliseconds: number;
  /** Part of the held-out pictures that look less unlike the training pictures than this one, 0 … 1; null: not to be had. */
  readonly novelty: number | null;
}

/** The training shape whose mask is most like the picture's. */
export interface LookUp {
  readonly category: string;
  readonly seed: number;
  readonly mirrored: boolean;
  /** Root of the mean squared difference of the masks, 0 … 1. */
  readonly distance: number;
  /** 1,024 × 3, in the viewer's frame, mirrored where the mask was. */
  readonly points: Points;
  readonly milliseconds: number;
}

/** How far cloud `a` is from cloud `b`: `chamfer` and `fScore` as in `compare`, `emd` of the auction (at most its ε of 0.001 above). */
export interface Measures {
  readonly chamfer: number;
  readonly emd: number;
  readonly fScore: number;
  /** Of each point of `a` the nearest in `b`, and its distance (no square). */
  readonly nearestInB: Int32Array;
  readonly distanceToB: Float64Array;
  /** The other way round. */
  readonly nearestInA: Int32Array;
  readonly distanceToA: Float64Array;
  /** Point i of `a` goes to `assignment[i]` of `b`; sizes are equal (1,024). */
  readonly assignment: Int32Array;
}

/** How far a file has come. */
export interface Fetching {
  readonly file: string;
  /** 0 … 1. */
  readonly part: number;
}

/** The page's worker. It fetches network and bank from our own origin when they are first needed. */
export interface ReconstructionWorkerApi {
  open(onFetch: (fetching: Fetching | null) => void): void;
  answer(picture: Picture): Promise<Answer>;
  lookUp(picture: Picture): Promise<LookUp>;
  truth(category: string, seed: number): Sample;
  measure(a: Points, b: Points): Measures;
  /** Point i of `a` goes to the answer's i-th of `b`: the auction's bijection, for morphs. */
  match(a: Points, b: Points): Int32Array;
  many(picture: Picture, count: number, seed: number): Promise<readonly Points[]>;
}
