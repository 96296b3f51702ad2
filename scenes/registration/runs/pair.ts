import { perturb } from '../../../src/clouds/perturb.ts';
import { bounds } from '../../../src/clouds/spacing.ts';
import type { Mesh, PointCloud } from '../../../src/clouds/types.ts';
import { sampled } from '../../../src/registration/sampled.ts';
import type { Matrix4 } from '../../../src/math/matrix4.ts';
import type { Perturbation } from '../../../src/clouds/params.ts';
import type { FirstLook } from '../scans/look.ts';
import type { PairFiles } from './pairFiles.ts';

/** How a pair's lengths are written: as a share of the target's largest dimension, or with a unit (none: nobody knows it). */
export type LengthUnit = 'size' | 'm' | 'none';

/** Two clouds to be laid over one another, and what is known of them. */
export interface Pair {
  /** Changes whenever a cloud does: the clouds' ids in the jobs are made of it. */
  readonly id: string;
  readonly source: PointCloud;
  readonly target: PointCloud;
  /** Target ← source as the data has them. */
  readonly asIs: Matrix4;
  /** Target ← source as it should be; null: nobody knows. */
  readonly truth: Matrix4 | null;
  /** A source point: 0 of the model, 1 outlier, 2 structured outlier; null: nobody knows. */
  readonly kinds: Uint8Array | null;
  /** The target's surface, to be drawn faintly. */
  readonly mesh: Mesh | null;
  /** sha-256 of the file of the model that the target is, hex: maps are trained for a model; null: it is none. */
  readonly model: string | null;
  /** Which axis points to the sky. */
  readonly up: 'y' | 'z';
  /** How it is looked at first; null: as a rule says. */
  readonly look: FirstLook | null;
  readonly unit: LengthUnit;
  /** What the clouds were read from; null: they were made. */
  readonly files: PairFiles | null;
  /** Of the target's box, in its unit. */
  readonly largestDimension: number;
}

/** A pair from its clouds; what is not said is not known. */
export function pairOf(of: Pick<Pair, 'id' | 'source' | 'target' | 'asIs'> & Partial<Pair>): Pair {
  return {
    truth: null,
    kinds: null,
    mesh: null,
    model: null,
    files: null,
    up: 'z',
    look: null,
    unit: 'none',
    largestDimension: bounds(of.target.points).largestDimension,
    ...of,
  };
}

/** Ids of a pair's clouds in the jobs: a job that still waits meets its own clouds or none. */
export const cloudsOf = ({ id }: Pick<Pair, 'id'>) => ({ source: `source of ${id}`, target: `target of ${id}` });

/** The samples that stand for a model: they stay while the scene changes. */
const MODEL_SEED = 1;

/** What scenes of a model are made from. */
export interface ModelStage {
  readonly mesh: Mesh;
  readonly checksum: string;
  readonly target: PointCloud;
  readonly pool: PointCloud;
}

export function modelStage(mesh: Mesh, checksum: string): ModelStage {
  return {
    mesh,
    checksum,
    target: sampled(mesh, 'target', MODEL_SEED),
    pool: sampled(mesh, 'source', MODEL_SEED),
  };
}

/** The model against a perturbed scene of it. */
export function scenePair(id: string, stage: ModelStage, factors: Perturbation, seed: number, asIs: Matrix4): Pair {
  const { scene, modelFromScene, kind } = perturb(stage.pool, factors, seed);
  return pairOf({
    id,
    source: scene,
    target: stage.target,
    asIs,
    truth: modelFromScene,
    kinds: kind,
    mesh: stage.mesh,
    model: stage.checksum,
    up: 'y',
    unit: 'size',
  });
}
