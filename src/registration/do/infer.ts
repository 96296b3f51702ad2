import { buildKdTree, type KdTree } from '../../clouds/kdTree.ts';
import type { PointCloud, Points } from '../../clouds/types.ts';
import { identity, multiply, transformPoints, type Matrix4 } from '../../math/matrix4.ts';
import { expSe3 } from '../../math/se3.ts';
import { evaluate } from '../evaluate.ts';
import { nullRecorder } from '../recorder.ts';
import type { Outcome, Recorder, Stop } from '../types.ts';
import { featureOf, type Feature } from './feature.ts';
import { denormalisePose, normalisePoints } from './normalise.ts';
import type { DoMaps } from './types.ts';

/** Scene points with a larger coordinate are dropped, in half extents of the model. */
const FARTHEST = 3;

/** The last map is repeated until ‖Δx‖ ≤ this, the rotation in radians and the translation in half extents … */
const TOLERANCE = 1e-3;

/** … or as many updates have been made in all. */
const MAX_ITERATIONS = 1000;

/** Maps made ready: build it once (the grid takes about a tenth of a second) and use it for every scene. */
export interface PreparedDo {
  readonly maps: DoMaps;
  readonly feature: Feature;
  /** Of the model points in the caller's frame: what fitness and RMSE are measured against unless a target is handed in. */
  readonly tree: () => KdTree;
}

export function prepareDo(maps: DoMaps): PreparedDo {
  const { centre, halfExtent } = maps;
  const points = Float64Array.from(maps.points, (value, i) => value * halfExtent + centre[i % 3]!);
  let tree: KdTree | null = null;
  return { maps, feature: featureOf(maps.training.feature, maps), tree: () => (tree ??= buildKdTree(points)) };
}

export interface DoOptions {
  /** Target ← source where it starts; DO's own start is the scene as it is. */
  readonly init?: Matrix4 | undefined;
  /** Of the target cloud, for the fitness and RMSE of a record: asked for only where somebody records. */
  readonly targetTree?: (() => KdTree) | undefined;
}

/** x ← x − D h, and ‖D h‖. `map`: 6 × h.length. */
export function applyMap(map: Float32Array, h: Float64Array, x: Float64Array): number {
  let normSq = 0;
  for (let row = 0; row < 6; row++) {
    let sum = 0;
    for (let k = 0; k < h.length; k++) sum += map[row * h.length + k]! * h[k]!;
    x[row]! -= sum;
    normSq += sum * sum;
  }
  return Math.sqrt(normSq);
}

/**
 * Registers a scene (source) to the model (target), both in the caller's frame (paper, §3.2): from x = 0 all maps in turn, then the last one
 * until it moves no more. `converged` is false after 1,000 updates, when stopped, and where no scene point is within reach of the model.
 */
export function inferDo(
  scene: PointCloud,
  { maps, feature, tree }: PreparedDo,
  recorder: Recorder,
  stop: Stop,
  { init = identity(), targetTree = tree }: DoOptions = {},
): Outcome {
  const points = nearOnes(normalisePoints(maps, transformPoints(init, scene.points)));
  const x = new Float64Array(6);
  const h = new Float64Array(2 * (maps.points.length / 3));
  const pose = identity();
  const targetFromSource = new Float64Array(16);
  const record = () => {
    denormalisePose(maps, expSe3(x.subarray(0, 3), x.subarray(3), pose), targetFromSource);
    multiply(targetFromSource, init, targetFromSource);
    if (recorder === nullRecorder) return;
    const { fitness, inlierRmse, inliers } = evaluate(scene.points, targetTree(), targetFromSource, null);
    recorder.step(targetFromSource, fitness, inlierRmse, inliers, NaN, Infinity, null);
  };
  record();
  let iterations = 0;
  let converged = false;
  while (!converged && iterations < MAX_ITERATIONS && !stop.aborted) {
    feature(points, pose, h);
    if (h.every((value) => value === 0)) break;
    const moved = applyMap(maps.maps[Math.min(iterations, maps.maps.length - 1)]!, h, x);
    iterations += 1;
    converged = iterations >= maps.maps.length && moved <= TOLERANCE;
    record();
  }
  return { targetFromSource, iterations, converged };
}

/** Those with no |coordinate| beyond FARTHEST. */
function nearOnes(points: Points): Points {
  const near: number[] = [];
  for (let i = 0; i < points.length; i += 3) {
    const [x, y, z] = [points[i]!, points[i + 1]!, points[i + 2]!];
    if (Math.max(Math.abs(x), Math.abs(y), Math.abs(z)) <= FARTHEST) near.push(x, y, z);
  }
  return Float64Array.from(near);
}
