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
  /** Share that lies on the other cloud … */
  readonly on: number;
  /** … and share that stands in the space that the other spans, where that has nothing: each speaks against the pose. */
  readonly off: number;
  /** Of what lies on the other cloud, the part whose surface crosses the other's there. */
  readonly crossing: number;
  /**
   * Root mean square distance from the other cloud's tangent planes, in limits, of what lies on it without crossing it, but for the tenth that lies worst: steps and rims,
   * of which one pose by chance meets more than another, would outweigh all else.
   */
  readonly depth: number;
  /** Of what lies on the other cloud, the part that both clouds see from the same side, each as from its own middle: a floor laid on its own underside has none. */
  readonly facing: number;
  /** Of each sampled point, the source's before the target's: what it says. */
  readonly says: Uint8Array;
}

/** What a point says of a pose: it lies beyond the other cloud, on it, or where that has nothing. */
export const BEYOND = 0;
export const ON = 1;
export const OFF = 2;

/** A sample with its normals. */
export interface Sample {
  readonly points: Points;
  readonly normals: Float64Array;
}

/** Cosine between normals, of either sign, below which two surfaces cross. */
const CROSSING = 0.5;

/** Farther than this from the other cloud, in limits, a point is not on it: of a surface drawn at random one point in 500 is. */
const NEAR = 1.5;

/** Measures poses of one pair, rigid ones and similarities alike. */
export type Lay = (targetFromSource: Matrix4) => Laid;

type Middle = readonly [number, number, number];

/** Cosine between a normal and the way from the middle below which it is unclear from which side a surface is seen. */
const SIDEWAYS = 0.25;

interface Side extends Sample {
  readonly tree: KdTree;
  readonly fixed: Points;
  readonly across: Float64Array;
  /** Where the moving cloud's middle and the fixed one's are. */
  readonly middle: Middle;
  readonly fixedMiddle: Middle;
  readonly reach: Reach;
  readonly limit: number;
}

/** Of samples of both clouds against the whole of the other; `limits`: within which a source point lies on the target, and the other way round. */
export function layingOf(
  clouds: { readonly source: PreparedCloud; readonly target: PreparedCloud },
  samples: { readonly source: Sample; readonly target: Sample },
  limits: { readonly source: number; readonly target: number },
): Lay {
  const side = (sample: Sample, moving: PreparedCloud, fixed: PreparedCloud, limit: number): Side => ({
    ...sample,
    tree: fixed.tree(),
    fixed: fixed.cloud.points,
    across: fixed.axes(),
    middle: moving.size().centroid,
    fixedMiddle: fixed.size().centroid,
    reach: reachOf(fixed.cloud.points, fixed.axes(), NEAR * limit),
    limit,
  });
  const forward = side(samples.source, clouds.source, clouds.target, limits.source);
  const back = side(samples.target, clouds.target, clouds.source, limits.target);
  return (pose) => {
    const a = counted(forward, pose);
    const b = counted(back, invertSimilarity(pose));
    return {
      score: (a.score + b.score) / 2,
      on: (a.on + b.on) / 2,
      off: (a.off + b.off) / 2,
      crossing: (a.crossing * a.on + b.crossing * b.on) / (a.on + b.on || 1),
      depth: Math.sqrt((a.depth ** 2 * a.on + b.depth ** 2 * b.on) / (a.on + b.on || 1)),
      facing: (a.facing * a.on + b.facing * b.on) / (a.on + b.on || 1),
      says: joined(a.says, b.says),
    };
  };
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const out = new Uint8Array(a.length + b.length);
  out.set(a);
  out.set(b, a.length);
  return out;
}

function counted({ points, normals, tree, fixed, across, middle, fixedMiddle, reach, limit }: Side, m: Matrix4): Laid {
  const hit: Hit = { index: -1, distanceSq: 0 };
  const limitSq = limit * limit;
  const nearSq = (NEAR * limit) ** 2;
  const size = Math.hypot(m[0]!, m[1]!, m[2]!);
  let [score, on, off, crossing, same, other] = [0, 0, 0, 0, 0, 0];
  const depths: number[] = [];
  const says = new Uint8Array(points.length / 3);
  for (let i = 0; i < points.length; i += 3) {
    const [px, py, pz] = [points[i]!, points[i + 1]!, points[i + 2]!];
    const x = m[0]! * px + m[1]! * py + m[2]! * pz + m[3]!;
    const y = m[4]! * px + m[5]! * py + m[6]! * pz + m[7]!;
    const z = m[8]! * px + m[9]! * py + m[10]! * pz + m[11]!;
    nearest(tree, x, y, z, hit, nearSq);
    if (hit.index < 0) {
      if (!reach.holds(x, y, z)) continue;
      off++;
      says[i / 3] = OFF;
      continue;
    }
    const j = 3 * hit.index;
    const [ux, uy, uz] = [across[j]!, across[j + 1]!, across[j + 2]!];
    const [a, b, c] = [normals[i]!, normals[i + 1]!, normals[i + 2]!];
    const cosine =
      (ux * (m[0]! * a + m[1]! * b + m[2]! * c) +
        uy * (m[4]! * a + m[5]! * b + m[6]! * c) +
        uz * (m[8]! * a + m[9]! * b + m[10]! * c)) /
      size;
    const crosses = cosine < CROSSING && cosine > -CROSSING;
    if (crosses) crossing++;
    on++;
    says[i / 3] = ON;
    const outward = awayFrom(middle, px, py, pz, a, b, c);
    const otherOutward = awayFrom(fixedMiddle, fixed[j]!, fixed[j + 1]!, fixed[j + 2]!, ux, uy, uz);
    if (outward * otherOutward * cosine > 0) same++;
    else if (outward * otherOutward !== 0) other++;
    if (!crosses) depths.push(Math.abs(ux * (x - fixed[j]!) + uy * (y - fixed[j + 1]!) + uz * (z - fixed[j + 2]!)));
    score += Math.max(0, 1 - hit.distanceSq / limitSq);
  }
  const count = points.length / 3;
  return {
    score: score / count,
    on: on / count,
    off: off / count,
    crossing: on > 0 ? crossing / on : 1,
    depth: depths.length > 0 ? depthOf(depths) / limit : 1,
    facing: same + other > 0 ? same / (same + other) : 1,
    says,
  };
}

/** Part of the depths that counts, the smallest first. */
const COUNTED = 0.9;

function depthOf(depths: readonly number[]): number {
  const sorted = Float64Array.from(depths)
    .sort()
    .subarray(0, Math.ceil(COUNTED * depths.length));
  return Math.sqrt(sorted.reduce((sum, depth) => sum + depth * depth, 0) / sorted.length);
}

/** 1 where a normal leads away from the middle, −1 where towards it, 0 where it is hard to say. */
function awayFrom([cx, cy, cz]: Middle, x: number, y: number, z: number, nx: number, ny: number, nz: number): number {
  const [dx, dy, dz] = [x - cx, y - cy, z - cz];
  const along = dx * nx + dy * ny + dz * nz;
  return Math.abs(along) < SIDEWAYS * Math.sqrt(dx * dx + dy * dy + dz * dz) ? 0 : Math.sign(along);
}

/** Of what the two clouds could have in common at a pose, the part in which they contradict each other. */
export function contradiction({ on, off }: Laid): number {
  return on + off > 0 ? off / (on + off) : 1;
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
