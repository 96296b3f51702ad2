import { meanPointError } from '../clouds/meanPointError.ts';
import type { Perturbation } from '../clouds/params.ts';
import { perturb } from '../clouds/perturb.ts';
import type { Mesh, PointCloud } from '../clouds/types.ts';
import type { Matrix4 } from '../math/matrix4.ts';
import { createRng } from '../math/rng.ts';
import { isMesh } from './do/normalise.ts';
import { sampled } from './sampled.ts';

/** A trial succeeds where the mean ℓ2 error is less than this part of the model's largest dimension (the paper of DO). */
export const SUCCESS = 0.05;

/** What the trials of one model share, in the model's unit. */
export interface Stage {
  /** What is registered to. */
  readonly target: PointCloud;
  /** What scenes are drawn from: of a mesh, other samples than the target's, so that no scene point is a target point. */
  readonly pool: PointCloud;
}

export function stageOf(shape: Mesh | PointCloud, seed: number): Stage {
  if (!isMesh(shape)) return { target: shape, pool: shape };
  return { target: sampled(shape, 'target', seed), pool: sampled(shape, 'source', seed) };
}

/** 200 … 600 points, turned by 0 … 60° and moved by up to 0.3 half extents a component; nothing else. */
function baseFactors(seed: number, index: number): Perturbation {
  const draw = (name: string) => createRng(seed, 'trial', index, name);
  return {
    points: 200 + draw('points').integer(401),
    rotation: draw('rotation').between(0, 60),
    translation: 0.3,
    noise: 0,
    outliers: 0,
    structured: 0,
    missing: 0,
  };
}

export interface Trial {
  readonly scene: PointCloud;
  readonly modelFromScene: Matrix4;
}

/** Trial `index` of `seed`, with some factors set. The same index draws the same of everything that is not set. */
export function drawTrial(stage: Stage, seed: number, index: number, factors: Partial<Perturbation>): Trial {
  const own = createRng(seed, 'trial', index, 'scene').integer(2 ** 32);
  return perturb(stage.pool, { ...baseFactors(seed, index), ...factors }, own);
}

/** Mean distance of the model's points from where they belong, as a part of its largest dimension. */
export function errorOf(stage: Stage, estimate: Matrix4, { modelFromScene }: Trial): number {
  return meanPointError(stage.target.points, estimate, modelFromScene);
}
