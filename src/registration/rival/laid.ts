import type { Hit, KdTree } from '../../clouds/kdTree.ts';
import { nearest } from '../../clouds/kdTree.ts';
import type { Points } from '../../clouds/types.ts';
import type { Matrix4 } from '../../math/matrix4.ts';
import type { PreparedCloud } from '../prepare.ts';
import { reachOf, type Reach } from './reach.ts';

/** How one cloud lies on the other at a pose, seen from both. Shares are of both samples together. */
export interface Laid {
  /** MSAC's score (`scoreOf`) both ways: 1 where every point of either lies on one of the other. */
  readonly score: number;
  /** Share that lies on the other cloud, within the limit … */
  readonly on: number;
  /** … and share that stands in the space that the other spans, where that has nothing: each speaks against the pose. */
  readonly off: number;
  /** Share that lies near the other cloud and not on it: loose. */
  readonly loose: number;
}

/** Farther than this from the other cloud, in limits, a point is not on it by any noise. */
const FAR = 3;

/** Measures poses of one pair, rigid ones and similarities alike. */
export type Lay = (targetFromSource: Matrix4) => Laid;

interface Side {
  readonly points: Points;
  readonly tree: KdTree;
  readonly reach: Reach;
  readonly limit: number;
}

/** Of samples of both clouds against the whole of the other; `limits`: within which a source point lies on the target, and the other way round. */
export function layingOf(
  clouds: { readonly source: PreparedCloud; readonly target: PreparedCloud },
  samples: { readonly source: Points; readonly target: Points },
  limits: { readonly source: number; readonly target: number },
): Lay {
  const forward: Side = {
    points: samples.source,
    tree: clouds.target.tree(),
    reach: reachOf(clouds.target.cloud.points, FAR * limits.source),
    limit: limits.source,
  };
  const back: Side = {
    points: samples.target,
    tree: clouds.source.tree(),
    reach: reachOf(clouds.source.cloud.points, FAR * limits.target),
    limit: limits.target,
  };
  return (pose) => {
    const a = counted(forward, pose);
    const b = counted(back, invertSimilarity(pose));
    const mean = (key: keyof Laid) => (a[key] + b[key]) / 2;
    return { score: mean('score'), on: mean('on'), off: mean('off'), loose: mean('loose') };
  };
}

function counted({ points, tree, reach, limit }: Side, m: Matrix4): Laid {
  const hit: Hit = { index: -1, distanceSq: 0 };
  const limitSq = limit * limit;
  const farSq = (FAR * limit) ** 2;
  let [score, on, off, loose] = [0, 0, 0, 0];
  for (let i = 0; i < points.length; i += 3) {
    const [px, py, pz] = [points[i]!, points[i + 1]!, points[i + 2]!];
    const x = m[0]! * px + m[1]! * py + m[2]! * pz + m[3]!;
    const y = m[4]! * px + m[5]! * py + m[6]! * pz + m[7]!;
    const z = m[8]! * px + m[9]! * py + m[10]! * pz + m[11]!;
    nearest(tree, x, y, z, hit, farSq);
    if (hit.index < 0) {
      if (reach.holds(x, y, z)) off++;
    } else if (hit.distanceSq <= limitSq) {
      on++;
      score += 1 - hit.distanceSq / limitSq;
    } else loose++;
  }
  const count = points.length / 3;
  return { score: score / count, on: on / count, off: off / count, loose: loose / count };
}

/** Of x → s Q x + t with Q orthogonal, a mirror image too: its transpose by its square. */
export function invertSimilarity(m: Matrix4): Matrix4 {
  const square = m[0]! * m[0]! + m[1]! * m[1]! + m[2]! * m[2]!;
  const out = new Float64Array(16);
  out[15] = 1;
  for (let r = 0; r < 3; r++) {
    for (let c = 0; c < 3; c++) {
      out[4 * r + c] = m[4 * c + r]! / square;
      out[4 * r + 3]! -= (m[4 * c + r]! / square) * m[4 * c + 3]!;
    }
  }
  return out;
}
