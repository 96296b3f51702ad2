import type { Points } from '../../clouds/types.ts';
import type { Matrix4 } from '../../math/matrix4.ts';
import { createRng } from '../../math/rng.ts';
import { posesApart } from '../apart.ts';
import type { CloudSize } from '../prepare.ts';
import type { Stop } from '../types.ts';
import { fitPairs } from './fitPairs.ts';
import type { Matches } from './featureMatches.ts';
import { poseOfTriangles } from './triangles.ts';

export interface ConsensusSettings {
  /** A pair agrees with a pose that brings its points nearer than this, in the clouds' unit. */
  readonly limit: number;
  /** Two poses count as one whose `reach` over the source is less than this. */
  readonly apart: number;
  readonly seed: number;
}

/** A pose and how many of the pairs agree with it. */
export interface Hypothesis {
  readonly pose: Matrix4;
  readonly agreeing: number;
}

const MAX_DRAWS = 100_000;
/** Draws end when a better pose than the best would have been seen with this probability. */
const CONFIDENCE = 0.999;
/** Corresponding edges of the two triangles may differ in length by this factor (Open3D's default). */
const EDGE_SIMILARITY = 0.9;
/** Shorter edges, in limits, say too little about the rotation. */
const SHORTEST_EDGE = 2;
const KEPT = 8;
/** Draws between two looks at whether to stop: about a millisecond. */
const DRAWS_PER_LOOK = 1000;

/**
 * RANSAC (Fischler, Bolles 1981) over triples of pairs: the few distinct poses with the most agreeing pairs, best first, each
 * fitted anew to all pairs that agree with it. Empty where fewer than three pairs are given or no triple fits.
 * `onBetter` hears every pose that is better than all before. One seed, one result.
 */
export function consensus(
  source: Points,
  size: CloudSize,
  target: Points,
  matches: Matches,
  { limit, apart, seed }: ConsensusSettings,
  stop: Stop,
  onBetter: (hypothesis: Hypothesis) => void,
): readonly Hypothesis[] {
  const count = matches.from.length;
  if (count < 3) return [];
  const from = gathered(source, matches.from);
  const to = gathered(target, matches.to);
  const rng = createRng(seed, 'ransac');
  const limitSq = limit * limit;
  const kept: Hypothesis[] = [];
  const pose = new Float64Array(16);
  let best = 0;
  let draws = MAX_DRAWS;
  for (let draw = 0; draw < draws; draw++) {
    if (draw % DRAWS_PER_LOOK === 0 && stop.aborted) break;
    const i = rng.integer(count);
    const j = rng.integer(count);
    const k = rng.integer(count);
    if (i === j || j === k || i === k) continue;
    if (!sameShape(from, to, i, j, k, SHORTEST_EDGE * limit)) continue;
    if (!poseOfTriangles(from, to, i, j, k, pose)) continue;
    const least = kept.length < KEPT ? 2 : kept[kept.length - 1]!.agreeing;
    const agreeing = agreement(from, to, pose, limitSq, least);
    if (agreeing <= least) continue;
    const hypothesis = improved(from, to, { pose: pose.slice(), agreeing }, limitSq);
    keep(kept, hypothesis, size, apart);
    if (hypothesis.agreeing <= best) continue;
    best = hypothesis.agreeing;
    onBetter(hypothesis);
    const allGood = (best / count) ** 3;
    draws = Math.min(MAX_DRAWS, allGood < 1 ? Math.log(1 - CONFIDENCE) / Math.log(1 - allGood) : 0);
  }
  return kept;
}

/** Points of the given indices, one after another. */
function gathered(points: Points, indices: Int32Array): Points {
  const out = new Float64Array(3 * indices.length);
  indices.forEach((index, at) => {
    for (let axis = 0; axis < 3; axis++) out[3 * at + axis] = points[3 * index + axis]!;
  });
  return out;
}

function sameShape(from: Points, to: Points, i: number, j: number, k: number, shortest: number): boolean {
  return (
    sameLength(from, to, i, j, shortest) && sameLength(from, to, j, k, shortest) && sameLength(from, to, k, i, shortest)
  );
}

function sameLength(from: Points, to: Points, i: number, j: number, shortest: number): boolean {
  const a = edge(from, i, j);
  const b = edge(to, i, j);
  return Math.min(a, b) >= Math.max(EDGE_SIMILARITY * Math.max(a, b), shortest);
}

function edge(points: Points, i: number, j: number): number {
  const dx = points[3 * i]! - points[3 * j]!;
  const dy = points[3 * i + 1]! - points[3 * j + 1]!;
  const dz = points[3 * i + 2]! - points[3 * j + 2]!;
  return Math.sqrt(dx * dx + dy * dy + dz * dz);
}

/** How many pairs the pose brings within the limit; stops counting, and says 0, where more than `least` is out of reach. */
function agreement(from: Points, to: Points, m: Matrix4, limitSq: number, least: number): number {
  let agreeing = 0;
  const count = from.length / 3;
  for (let i = 0; i < count; i++) {
    if (distanceSq(from, to, m, i) <= limitSq) agreeing++;
    else if (agreeing + count - i - 1 <= least) return 0;
  }
  return agreeing;
}

function distanceSq(from: Points, to: Points, m: Matrix4, i: number): number {
  const x = from[3 * i]!;
  const y = from[3 * i + 1]!;
  const z = from[3 * i + 2]!;
  const dx = m[0]! * x + m[1]! * y + m[2]! * z + m[3]! - to[3 * i]!;
  const dy = m[4]! * x + m[5]! * y + m[6]! * z + m[7]! - to[3 * i + 1]!;
  const dz = m[8]! * x + m[9]! * y + m[10]! * z + m[11]! - to[3 * i + 2]!;
  return dx * dx + dy * dy + dz * dz;
}

/** Local optimisation: fitted to its agreeing pairs as long as more of them agree. */
function improved(from: Points, to: Points, start: Hypothesis, limitSq: number): Hypothesis {
  let current = start;
  for (let round = 0; round < 4; round++) {
    const { pose } = current;
    const agreeing: number[] = [];
    for (let i = 0; i < from.length / 3; i++) {
      if (distanceSq(from, to, pose, i) <= limitSq) agreeing.push(i);
    }
    const fitted = fitPairs(from, to, agreeing);
    if (fitted === null) return current;
    const next = agreement(from, to, fitted, limitSq, 0);
    if (next < current.agreeing) return current;
    const settled = next === current.agreeing;
    current = { pose: fitted, agreeing: next };
    if (settled) return current;
  }
  return current;
}

/** Into the sorted list, unless a pose like it stands there with as many pairs. */
function keep(kept: Hypothesis[], hypothesis: Hypothesis, size: CloudSize, apart: number): void {
  const twin = kept.findIndex(
    (other) => posesApart(other.pose, hypothesis.pose, size.centroid, size.radius).reach < apart,
  );
  if (twin >= 0) {
    if (kept[twin]!.agreeing >= hypothesis.agreeing) return;
    kept.splice(twin, 1);
  }
  const at = kept.findIndex((other) => other.agreeing < hypothesis.agreeing);
  kept.splice(at < 0 ? kept.length : at, 0, hypothesis);
  if (kept.length > KEPT) kept.pop();
}
