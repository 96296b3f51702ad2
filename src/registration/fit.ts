import { kNearest, nearest, type Hit } from '../clouds/kdTree.ts';
import { invertRigid, transformPoints, type Matrix4 } from '../math/matrix4.ts';
import { createRng } from '../math/rng.ts';
import type { Prepared, PreparedCloud } from './prepare.ts';
import { sampleOf } from './sample.ts';

/** How two clouds lie at a pose. */
export interface Fit {
  /** Share of the source's points that lie on the target: within a spacing or two. */
  readonly fitness: number;
  /**
   * Of the points of both clouds that lie on the other or beside it, the share that lies on it. Beside it: near, and nearest to a point amid the other's surface; one that is nearest to its rim
   * is where the other was not seen, and says nothing.
   */
  readonly agreement: number;
}

/** Points of each cloud that are asked. */
const SAMPLE = 2000;
/** In limits: what is farther is not near. */
const NEAR = 6;
const NEIGHBOURS = 20;
/** A point is on the rim where its neighbours' mean is farther from it than this part of their mean distance: 0.24 amid a plane, 0.64 on a straight rim. */
const RIM = 0.45;

interface Count {
  on: number;
  beside: number;
}

/** Measures poses of two clouds; source points are drawn by the seed. */
export function fitOf({ source, target }: Prepared, seed: number): (pose: Matrix4) => Fit {
  const limit = Math.max(source.spacing(), 2 * target.spacing());
  const sample = ({ cloud }: PreparedCloud, name: string) =>
    sampleOf(cloud.points, SAMPLE, createRng(seed, 'fit', name));
  const [moving, still] = [sample(source, 'source'), sample(target, 'target')];
  const [onTarget, onSource] = [counter(target, limit), counter(source, limit)];
  return (pose) => {
    const there = onTarget(transformPoints(pose, moving));
    const back = onSource(transformPoints(invertRigid(pose), still));
    const on = there.on + back.on;
    return {
      fitness: (3 * there.on) / moving.length,
      agreement: on === 0 ? 0 : on / (on + there.beside + back.beside),
    };
  };
}

function counter({ cloud: { points }, tree }: PreparedCloud, limit: number): (asked: Float64Array) => Count {
  const hit: Hit = { index: -1, distanceSq: 0 };
  const rim = rimOf(points, tree);
  return (asked) => {
    const count = { on: 0, beside: 0 };
    for (let i = 0; i < asked.length; i += 3) {
      nearest(tree(), asked[i]!, asked[i + 1]!, asked[i + 2]!, hit, (NEAR * limit) ** 2);
      if (hit.index < 0) continue;
      if (hit.distanceSq <= limit * limit) count.on++;
      else if (!rim(hit.index)) count.beside++;
    }
    return count;
  };
}

/** Whether a point lies on the rim of its cloud's surface; asked of few, and kept. */
function rimOf(points: Float64Array, tree: PreparedCloud['tree']): (index: number) => boolean {
  const known = new Map<number, boolean>();
  const indices = new Int32Array(NEIGHBOURS);
  const distancesSq = new Float64Array(NEIGHBOURS);
  const find = (index: number) => {
    const [x, y, z] = [points[3 * index]!, points[3 * index + 1]!, points[3 * index + 2]!];
    const found = kNearest(tree(), x, y, z, NEIGHBOURS, indices, distancesSq);
    let [dx, dy, dz, distance] = [0, 0, 0, 0];
    for (let k = 0; k < found; k++) {
      dx += points[3 * indices[k]!]! - x;
      dy += points[3 * indices[k]! + 1]! - y;
      dz += points[3 * indices[k]! + 2]! - z;
      distance += Math.sqrt(distancesSq[k]!);
    }
    return Math.sqrt(dx * dx + dy * dy + dz * dz) > RIM * distance;
  };
  return (index) => {
    let is = known.get(index);
    if (is === undefined) known.set(index, (is = find(index)));
    return is;
  };
}
