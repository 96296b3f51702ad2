import type { Mesh, PointCloud } from '../../clouds/types.ts';

/** Which feature maps were trained with. Neither serves the other's maps: on Spot they differ by 20 % in ℓ2. */
export type DoFeature =
  | { readonly kind: 'direct' }
  /** Tabulated at the nodes of [−2, 2]³ `step` apart; a scene point takes its nearest node's. */
  | { readonly kind: 'grid'; readonly step: number };

/** What a training is asked for; with the model it is the training's identity: the same gives the same maps. */
export interface DoTraining {
  readonly samples: number;
  /** T: how many maps. */
  readonly maps: number;
  /** A whole number ≥ 0. */
  readonly seed: number;
  /** Side of the voxels whose averages are the model points; in half extents of the model. */
  readonly voxel: number;
  /** Ridge weight λ. */
  readonly lambda: number;
  readonly feature: DoFeature;
}

/**
 * Two constants differ from the paper's: 6,000 samples instead of 30,000, and voxels of 0.2 instead of 0.16. On Spot that is 241 model points
 * instead of 381: no cell of 200 trials lost more than its 95 % interval allows, and training, which mostly looks up weights, takes 0.6 of the time.
 */
export const defaultTraining: DoTraining = {
  samples: 6000,
  maps: 30,
  seed: 1,
  voxel: 0.2,
  lambda: 1e-4,
  feature: { kind: 'grid', step: 0.05 },
};

/** What is to be learned. */
export interface DoModel {
  readonly name: string;
  /** SHA-256 of the model file's bytes, hexadecimal. */
  readonly checksum: string;
  readonly shape: Mesh | PointCloud;
}

/** The frame in which DO works: p ↦ (p − centre) / halfExtent takes the model into [−1, 1]³. */
export interface DoFrame {
  readonly centre: readonly [number, number, number];
  readonly halfExtent: number;
}

/** The points m_a at which the scene is felt, with outward normals; normalised, 3 Nm each, exactly as a map file holds them. */
export interface DoModelPoints {
  readonly points: Float32Array<ArrayBuffer>;
  readonly normals: Float32Array<ArrayBuffer>;
}

/** Learned maps and all that is needed to use them, or to go on with a training that was interrupted after some of them. */
export interface DoMaps extends DoFrame, DoModelPoints {
  readonly model: { readonly name: string; readonly checksum: string };
  readonly training: DoTraining;
  /** Each 6 × 2Nm, row major: D_t. */
  readonly maps: readonly Float32Array<ArrayBuffer>[];
  /** Root mean square of ‖x − x*‖ over the samples, before the first map and after each one (maps.length + 1): what the ridge regression makes small. */
  readonly errors: readonly number[];
}

/** Are these all the maps that were asked for? */
export const isComplete = (maps: DoMaps): boolean => maps.maps.length === maps.training.maps;
