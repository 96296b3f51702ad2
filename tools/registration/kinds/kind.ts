import {
  identity,
  invertRigid,
  multiply,
  rotationAngle,
  transformPoints,
  type Matrix4,
} from '../../../src/math/matrix4.ts';
import type { PointCloud, Points } from '../../../src/clouds/types.ts';
import { bounds } from '../../../src/clouds/spacing.ts';
import { createRng, type Rng } from '../../../src/math/rng.ts';

/** What geometry can tell of a pair: one pose is right; several fit as well, and nothing seen tells which is; none is; one is, but what is seen speaks for another alone. */
export type Tells = 'unique' | 'ambiguous' | 'none' | 'hidden';

/** A pair of clouds whose truth is known. */
export interface Pair {
  readonly tells: Tells;
  readonly source: PointCloud;
  readonly target: PointCloud;
  /** Target ← source: the right one first, then those that fit as well; empty where none does. */
  readonly truths: readonly Matrix4[];
  /** How many times too large the source is; 1 where nothing is said. */
  readonly factor?: number;
  /** Poses that are judged besides `auto`'s own, each right or not as `truths` says. */
  readonly given: readonly Matrix4[];
}

/** A family of pairs, one for each seed and index; members cycle with the index. */
export interface Kind {
  readonly id: string;
  readonly tells: Tells;
  pair(seed: number, index: number): Pair;
}

/** Right: within 5° and 3 % of the source's diagonal of any of them. */
export function isRight(pose: Matrix4, { truths, source }: Pick<Pair, 'truths' | 'source'>): boolean {
  const { min, max, diagonal } = bounds(source.points);
  const centre = Float64Array.from(min, (low, k) => (low + max[k as 0 | 1 | 2]) / 2);
  return truths.some((truth) => {
    const angle = rotationAngle(multiply(invertRigid(truth), pose));
    const a = transformPoints(truth, centre);
    const b = transformPoints(pose, centre);
    const shift = Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!, a[2]! - b[2]!);
    return angle <= (5 * Math.PI) / 180 && shift <= 0.03 * diagonal;
  });
}

export function translation(x: number, y: number, z: number): Matrix4 {
  const out = identity();
  out[3] = x;
  out[7] = y;
  out[11] = z;
  return out;
}

/** The source's scan, given where it is in the target's frame, taken out of sight: turned by anything and moved. `alike`: motions of the target's frame after which the source fits as well. */
export function hidden(
  at: Points,
  target: Points,
  rng: Rng,
  tells: Tells,
  alike: readonly Matrix4[] = [],
  given: readonly Matrix4[] = [],
): Pair {
  const { diagonal } = bounds(target);
  const sourceFromTarget = rng.rotation(Math.PI);
  for (const k of [3, 7, 11]) sourceFromTarget[k] = rng.between(-0.3, 0.3) * diagonal;
  const truth = invertRigid(sourceFromTarget);
  return {
    tells,
    source: { points: transformPoints(sourceFromTarget, at) },
    target: { points: target },
    truths: tells === 'none' ? [] : [truth, ...alike.map((motion) => multiply(motion, truth))],
    given: given.map((motion) => multiply(motion, truth)),
  };
}

/** A kind whose members are functions of a stream of chance. */
export function kindOf(id: string, tells: Tells, members: readonly ((rng: Rng) => Pair)[]): Kind {
  return {
    id,
    tells,
    pair: (seed, index) => members[index % members.length]!(createRng(seed, 'kinds', id, index)),
  };
}
