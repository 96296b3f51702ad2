import type { Perturbation } from '../../clouds/params.ts';
import { perturb } from '../../clouds/perturb.ts';
import type { PointCloud } from '../../clouds/types.ts';
import { createRng } from '../../math/rng.ts';
import { logSe3 } from '../../math/se3.ts';

/** One example to learn from: a scene and the pose that DO should find. Normalised. */
export interface Sample {
  /** Stride 3. */
  readonly scene: Float32Array;
  /** x* = (ω, v) of model ← scene. */
  readonly truth: Float64Array;
}

const LARGEST_ANGLE = 60;

/**
 * Sample `index` of a training, from a stream of its own: whoever draws it gets the same. The distributions are the paper's (§4.1), with its
 * released code's constants: 400–800 points, turned by 60°·√u, moved by up to 0.3 an axis, noise of SD 0.05u, 40–90 % cut off, up to 300 outliers and
 * a blob of 50–200. Its points are drawn with replacement, ours without (see `perturb`): of 5,000, hardly a difference.
 */
export function drawSample(surface: PointCloud, seed: number, index: number): Sample {
  const rng = createRng(seed, 'do', index);
  const factors: Perturbation = {
    points: 400 + rng.integer(401),
    rotation: LARGEST_ANGLE * Math.sqrt(rng.uniform()),
    translation: 0.3,
    noise: 0.05 * rng.uniform(),
    missing: rng.between(0.4, 0.9),
    outliers: rng.integer(301),
    structured: 50 + rng.integer(151),
  };
  const { scene, modelFromScene } = perturb(surface, factors, rng.integer(2 ** 32));
  const { omega, v } = logSe3(modelFromScene);
  return { scene: Float32Array.from(scene.points), truth: Float64Array.of(...omega, ...v) };
}
