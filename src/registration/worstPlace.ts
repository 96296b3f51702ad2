import { kNearest, type KdTree } from '../clouds/kdTree.ts';
import type { Points } from '../clouds/types.ts';
import { eigenRoom, symmetricEigen } from '../math/linear.ts';
import { transformPoints, type Matrix4 } from '../math/matrix4.ts';

type Vector = readonly [x: number, y: number, z: number];

export interface WorstPlace {
  /** In the target's frame and unit. */
  readonly place: Vector;
  /** Of the target's surface there, unit length, towards the eye. */
  readonly normal: Vector;
  /** Across what is to be looked at: 1, 2 or 5 · 10ⁿ of the unit. */
  readonly width: number;
}

interface Asked {
  /** The source, 3n; every n-th of its points is asked. */
  readonly points: Points;
  readonly target: { readonly points: Points; readonly tree: KdTree; readonly spacing: number };
  /** Results: target ← source. One alone is looked at where it is farthest from the target. */
  readonly poses: readonly Matrix4[];
  /** Across the whole of what is seen: nothing larger than a part of it is looked at. */
  readonly extent: number;
  /** Towards the eye, in the target's frame. */
  readonly back: Vector;
  /** Whether a place can be seen at all. */
  readonly seen?: (x: number, y: number, z: number) => boolean;
}

/** Points that are asked, and a place's least: one alone is no surface. */
const MOST = 4000;
const ENOUGH = 6;
/** Target points around a point that tell how the surface lies there. */
const NEIGHBOURS = 16;
/** The width, in differences: the one that is shown is a sixth of it … */
const DIFFERENCES = 6;
/** … in spacings at least, and in parts of the extent at most. */
const SPACINGS = 6;
const PART = 1 / 6;
/** In spacings: who is farther from the target in the best result has no surface to lie on. */
const TOUCHES = 2;

/**
 * Where results that look alike differ most: by how far they put the source apart across the target's surface (along it nothing shows). null: there is nothing to tell apart. The best result, by its median
 * distance, says where the source lies.
 */
export function worstPlace(asked: Asked): WorstPlace | null {
  const { target, extent, back, seen = () => true } = asked;
  // A result that is nowhere differs from none.
  const poses = asked.poses.filter((pose) => pose.every(Number.isFinite));
  const points = everyNth(asked.points);
  if (poses.length === 0 || points.length < 3 * ENOUGH) return null;
  const placed = poses.map((pose) => transformPoints(pose, points));
  const distances = placed.map((at) => distancesTo(target.tree, at));
  // A result that lies beyond all numbers has none.
  const medians = distances.map((values) => quantile(values, 0.5)).map((m) => (Number.isFinite(m) ? m : Infinity));
  const best = medians.indexOf(Math.min(...medians));
  if (medians[best] === Infinity) return null;
  const at = placed[best]!;
  const others = placed.filter((_, k) => k !== best);
  const surface = surfaceOf(target);
  const differ = new Float64Array(points.length / 3).fill(-1);
  for (let i = 0; i < differ.length; i++) {
    const [x, y, z] = [at[3 * i]!, at[3 * i + 1]!, at[3 * i + 2]!];
    if (distances[best]![i]! > TOUCHES * target.spacing || !seen(x, y, z)) continue;
    const { normal, flat } = surface(x, y, z);
    const shifts = others.map((other) =>
      Math.abs([0, 1, 2].reduce((sum, k) => sum + normal[k as 0 | 1 | 2] * (other[3 * i + k]! - at[3 * i + k]!), 0)),
    );
    const apart = others.length > 0 ? Math.max(...shifts) : distances[best]![i]!;
    differ[i] = apart * flat ** 2;
  }
  const least = SPACINGS * target.spacing;
  const found = fullest(at, differ, least);
  if (!found) return null;
  const { place, value } = found;
  const width = round(Math.min(Math.max(DIFFERENCES * value, least), PART * extent));
  const { normal } = surface(...place);
  const sign = normal[0] * back[0] + normal[1] * back[1] + normal[2] * back[2] < 0 ? -1 : 1;
  return { place, normal: [sign * normal[0], sign * normal[1], sign * normal[2]], width };
}

/** The cell in which the values (negative: not asked) are largest on average: that, and the middle of its points. */
function fullest(at: Points, values: Float64Array, edge: number): { place: Vector; value: number } | null {
  const cells = new Map<string, { sum: number; count: number; place: [number, number, number] }>();
  values.forEach((value, i) => {
    if (value < 0) return;
    const point = at.subarray(3 * i, 3 * i + 3);
    const key = Array.from(point, (c) => Math.floor(c / edge)).join(' ');
    const cell = cells.get(key) ?? { sum: 0, count: 0, place: [0, 0, 0] };
    cell.sum += value;
    cell.count += 1;
    point.forEach((c, k) => (cell.place[k as 0 | 1 | 2] += c));
    cells.set(key, cell);
  });
  let found: { place: Vector; value: number } | null = null;
  for (const { sum, count, place } of cells.values()) {
    if (count < ENOUGH || sum / count <= (found?.value ?? -1)) continue;
    found = { place: [place[0] / count, place[1] / count, place[2] / count], value: sum / count };
  }
  return found;
}

/** How the target's surface lies around a place: its normal, and how flat it is, 0 … 1. */
function surfaceOf({ points, tree }: Asked['target']) {
  const indices = new Int32Array(NEIGHBOURS);
  const distancesSq = new Float64Array(NEIGHBOURS);
  const covariance = new Float64Array(9);
  const eigen = eigenRoom(3);
  return (x: number, y: number, z: number) => {
    const found = kNearest(tree, x, y, z, NEIGHBOURS, indices, distancesSq);
    const near = Array.from(indices.subarray(0, found), (j) => [
      points[3 * j]! - x,
      points[3 * j + 1]! - y,
      points[3 * j + 2]! - z,
    ]);
    const mean = [0, 1, 2].map((k) => near.reduce((sum, p) => sum + p[k]!, 0) / found);
    for (let e = 0; e < 9; e++) {
      const [a, b] = [Math.floor(e / 3), e % 3];
      covariance[e] = near.reduce((sum, p) => sum + (p[a]! - mean[a]!) * (p[b]! - mean[b]!), 0);
    }
    symmetricEigen(covariance, 3, eigen);
    const [least, middle] = [eigen.values[0]!, eigen.values[1]!];
    return {
      normal: [eigen.vectors[0]!, eigen.vectors[1]!, eigen.vectors[2]!] as const,
      flat: middle > 0 ? Math.max(1 - least / middle, 0) : 0,
    };
  };
}

function distancesTo(tree: KdTree, points: Points): Float64Array {
  const index = new Int32Array(1);
  const distanceSq = new Float64Array(1);
  return Float64Array.from({ length: points.length / 3 }, (_, i) => {
    kNearest(tree, points[3 * i]!, points[3 * i + 1]!, points[3 * i + 2]!, 1, index, distanceSq);
    return Math.sqrt(distanceSq[0]!);
  });
}

function everyNth(points: Points): Points {
  const every = Math.ceil(points.length / 3 / MOST);
  return every <= 1 ? points : points.filter((_, i) => Math.floor(i / 3) % every === 0);
}

function quantile(values: Float64Array, part: number): number {
  const sorted = values.slice().sort();
  return sorted[Math.floor(part * (sorted.length - 1))] ?? 0;
}

/** Down to 1, 2 or 5 · 10ⁿ. */
function round(value: number): number {
  if (!(value > 0)) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([5, 2, 1].find((step) => step * power <= value * (1 + 1e-9)) ?? 1);
}
