import { buildKdTree, kNearest, type KdTree } from '../clouds/kdTree.ts';
import { meanDistances, statisticalInliers } from '../clouds/outliers.ts';
import type { PointCloud, Points } from '../clouds/types.ts';
import { surfaceVariation } from '../clouds/variation.ts';
import { createRng } from '../math/rng.ts';
import { prepareCloud, type Prepared, type PreparedCloud } from './prepare.ts';

/** Whether points that no surface holds are left out before `auto` looks: where the neighbourhoods call for it, always, never. */
export const filters = ['auto', 'on', 'off'] as const;
export type Filter = (typeof filters)[number];

/** What was left out of a cloud as outliers: `removed` points of the `of` that were looked at. */
export interface LeftOut {
  readonly removed: number;
  readonly of: number;
}

/** Open3D's usual 20 neighbours and 2 standard deviations. */
const NEIGHBOURS = 20;
const RATIO = 2;
/** Outliers widen the deviation that they are judged by: what a first pass leaves, the next ones find. */
const PASSES = 4;
/** More points than this are drawn from: outliers among millions show among these. */
const MOST = 150_000;
/** Points that are asked whether the cloud is noisy. */
const ASKED = 600;
/** Such a point is farther from its neighbours than this many medians … */
const FAR = 2;
/** … and they surround it: the part of their scatter across the best plane (⅓: a ball). Sparse surfaces are far apart, and flat. */
const ROUND = 0.05;
/** Shares of such points: scans have up to 0.15 (a car's point cloud from photographs), with 30 % of uniform outliers 0.25 and more. */
const CALLS = 0.2;
/** Below this there is nothing left to take out. */
const CALM = 0.05;

/** Both clouds without their outliers. */
export interface Filtered {
  readonly clouds: Prepared;
  /** null: none of any cloud. */
  readonly leftOut: { readonly source: LeftOut | null; readonly target: LeftOut | null } | null;
}

/** Each cloud without its outliers; the same one where none is taken out. */
export function withoutNoise({ source, target }: Prepared, filter: Filter, seed: number): Filtered {
  const [from, to] = [quiet(source, filter, seed), quiet(target, filter, seed)];
  return {
    clouds: { source: from.cloud, target: to.cloud },
    leftOut: from.leftOut || to.leftOut ? { source: from.leftOut, target: to.leftOut } : null,
  };
}

function quiet(cloud: PreparedCloud, filter: Filter, seed: number): { cloud: PreparedCloud; leftOut: LeftOut | null } {
  const count = cloud.cloud.points.length / 3;
  if (filter === 'off' || count <= 2 * NEIGHBOURS) return { cloud, leftOut: null };
  const all = count > MOST ? drawn(cloud.cloud, seed) : cloud.cloud;
  const of = all.points.length / 3;
  let tree = count > MOST ? buildKdTree(all.points) : cloud.tree();
  if (filter === 'auto' && noisyShare(all.points, tree) < CALLS) return { cloud, leftOut: null };
  let kept = all;
  for (let pass = 0; pass < PASSES; pass++) {
    kept = chosen(kept, statisticalInliers(meanDistances(kept.points, tree, NEIGHBOURS), RATIO));
    if (kept.points.length / 3 <= NEIGHBOURS) return { cloud, leftOut: null };
    tree = buildKdTree(kept.points);
    if (noisyShare(kept.points, tree) < CALM) break;
  }
  return {
    cloud: prepareCloud(kept, NEIGHBOURS, tree),
    leftOut: { removed: of - kept.points.length / 3, of },
  };
}

/** Share of the points that lie far from their neighbours and amid them: on no surface. */
function noisyShare(points: Points, tree: KdTree): number {
  const count = points.length / 3;
  const asked = Int32Array.from({ length: Math.min(count, ASKED) }, (_, i) =>
    Math.floor((i * count) / Math.min(count, ASKED)),
  );
  const distances = meanDistances(points, tree, NEIGHBOURS, asked);
  const median = distances.toSorted()[distances.length >> 1]!;
  const indices = new Int32Array(NEIGHBOURS);
  const distancesSq = new Float64Array(NEIGHBOURS);
  const amid = asked.filter((index, place) => {
    if (distances[place]! <= FAR * median) return false;
    const at = 3 * index;
    const found = kNearest(tree, points[at]!, points[at + 1]!, points[at + 2]!, NEIGHBOURS, indices, distancesSq);
    return surfaceVariation(points, indices.subarray(0, found)) > ROUND;
  });
  return amid.length / asked.length;
}

function drawn({ points, normals }: PointCloud, seed: number): PointCloud {
  const rng = createRng(seed, 'noise', points.length);
  const count = points.length / 3;
  // One of each run of equal length: as good as a shuffle, and in order.
  const indices = Int32Array.from({ length: MOST }, (_, i) => Math.floor(((i + rng.uniform()) * count) / MOST));
  return chosen(normals ? { points, normals } : { points }, indices);
}

function chosen({ points, normals }: PointCloud, indices: Int32Array): PointCloud {
  const gather = (values: Float64Array) => {
    const out = new Float64Array(3 * indices.length);
    indices.forEach((from, to) => {
      for (let k = 0; k < 3; k++) out[3 * to + k] = values[3 * from + k]!;
    });
    return out;
  };
  return normals ? { points: gather(points), normals: gather(normals) } : { points: gather(points) };
}
