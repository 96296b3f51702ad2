import type { Points } from '../../clouds/types.ts';
import type { OptimizerId } from '../../optimizers/index.ts';
import type { ToyId } from '../../reconstruction/toy/ids.ts';

/* What the worker of the views `losses`, `kin` and `many` answers. */

export const lossIds = ['chamfer', 'emd'] as const;
export type LossId = (typeof lossIds)[number];

export interface MeansSpec {
  readonly toy: ToyId;
  readonly optimizer: OptimizerId;
  /** null: what suits the rule. */
  readonly lr: number | null;
  readonly seed: number;
  readonly points: number;
}

/** The answer under one loss, before each update and after the last. */
export interface MeanRun {
  /** (steps + 1) × 3n; the toy lies in the plane z = 0. */
  readonly places: Float64Array;
  /** steps + 1: on the shapes that the next update sees. */
  readonly losses: Float64Array;
}

/** The mean shapes of a toy under both losses, by one rule from one start on the same samples. */
export interface Means {
  readonly spec: MeansSpec;
  readonly steps: number;
  readonly count: number;
  readonly lr: number;
  readonly runs: Readonly<Record<LossId, MeanRun>>;
  /** steps + 1: one of the shapes that the next update sees. */
  readonly samples: readonly Points[];
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

export interface MoreWorkerApi {
  open(): void;
  means(spec: MeansSpec): Means;
  kinMap(): Promise<KinMap>;
  kinPlace(feature: ArrayLike<number>): Promise<KinPlace>;
  kinByChamfer(points: Points, onPart: (part: number) => void): Promise<KinByChamfer>;
  spread(samples: readonly Points[]): Spread;
}
