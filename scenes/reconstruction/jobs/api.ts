import type { Points } from '../../../src/clouds/types.ts';
import type { Extras } from '../../../src/reconstruction/network/extras.ts';
import type { Measures } from '../../../src/reconstruction/metrics/measure.ts';
import type { Picture, Sample } from '../../../src/reconstruction/types.ts';
import type { Means, MeansSpec } from '../../../src/toys/means.ts';

/** Another picture, another id: results are kept by it. */
export interface Answer {
  /** 1,024 × 3 in the viewer's frame. */
  readonly points: Points;
  /** See `featureOf`: what kin and doubt are measured in. */
  readonly feature: Float32Array;
  /** What was done for it beyond the network's layers. */
  readonly extras: Extras;
  /** Of network and extras. */
  readonly milliseconds: number;
  /** Whether SIMD was at work: the same bits come later without it. */
  readonly simd: boolean;
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

/** A shape of the gallery, drawn anew from its seed. */
export interface KinShape {
  readonly category: string;
  readonly seed: number;
}

/** The gallery's shapes on the map of the encoder's features. */
export interface KinMap {
  readonly shapes: readonly KinShape[];
  /** 3 a shape, −1 … 1. */
  readonly places: Points;
}

/** Where a picture stands on the map, and all shapes of the gallery from the nearest on, by the network's feature. */
export interface KinPlace {
  readonly place: readonly [x: number, y: number, z: number];
  readonly order: Int32Array;
  /** Of `order`'s shapes, in scaled units of the feature space. */
  readonly distances: Float64Array;
}

/** All shapes of the gallery from the nearest on, by Chamfer distance of their points. */
export interface KinByChamfer {
  readonly order: Int32Array;
  readonly distances: Float64Array;
}

/** How far many answers to one picture part. */
export interface Spread {
  /** One a point of each sample: mean distance to the nearest point of each other sample. */
  readonly values: readonly Float64Array[];
}

/** How far a file has come. */
export interface Fetching {
  readonly file: string;
  /** 0 … 1. */
  readonly part: number;
}

/** The network's worker. It fetches network and bank from our own origin when they are first needed. */
export interface NetworkWorkerApi {
  open(onFetch: (fetching: Fetching | null) => void): void;
  answer(picture: Picture, extras: Extras): Promise<Answer>;
  lookUp(picture: Picture): Promise<LookUp>;
  truth(category: string, seed: number): Sample;
  measure(a: Points, b: Points): Measures;
  /** Point i of `a` goes to the answer's i-th of `b`: the auction's bijection, for morphs. */
  match(a: Points, b: Points): Int32Array;
  many(picture: Picture, count: number, seed: number, extras: Extras): Promise<readonly Points[]>;
}

/** The worker of what may take seconds, or comes beside the answer: nobody's picture waits for it. */
export interface AsideWorkerApi {
  open(): void;
  means(spec: MeansSpec): Means;
  kinMap(): Promise<KinMap>;
  kinPlace(feature: ArrayLike<number>): Promise<KinPlace>;
  kinByChamfer(points: Points, onPart: (part: number) => void): Promise<KinByChamfer>;
  /** Between two features, in the units of KinPlace.distances. */
  kinBetween(a: ArrayLike<number>, b: ArrayLike<number>): Promise<number>;
  spread(samples: readonly Points[]): Spread;
}
