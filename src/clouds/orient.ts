import { kNearest, type KdTree } from './kdTree.ts';
import type { Points } from './types.ts';

/** Weights are sorted to this many steps: far finer than what a normal is good for, and counting is all the sorting they need. */
const STEPS = 4096;

/**
 * Turns normals to one side (in place), as Hoppe et al. 1992, §3.3: along a spanning tree of the graph of `k` nearest neighbours that prefers
 * edges between nearly parallel tangent planes (weight 1 − |nᵢ·nⱼ|), each neighbour takes the sign that agrees. Each connected part gets its
 * side from its own extreme points: of the six along the axes the one whose normal lies nearest to its axis points out.
 */
export function orientOutward(points: Points, normals: Float64Array, tree: KdTree, k: number): void {
  const n = points.length / 3;
  const forest = createForest(n);
  for (const [i, j] of edges(points, normals, tree, k)) {
    forest.join(i, j, dot(normals, i, normals, j) < 0);
  }
  const best = new Float64Array(n).fill(-1);
  const flip = new Uint8Array(n);
  for (const seed of extremes(points, forest.root)) {
    const root = forest.root(seed.index);
    const along = seed.sign * normals[3 * seed.index + seed.axis]!;
    if (Math.abs(along) <= best[root]!) continue;
    best[root] = Math.abs(along);
    flip[root] = (along < 0 ? 1 : 0) ^ forest.flipped(seed.index);
  }
  for (let i = 0; i < n; i++) {
    if (flip[forest.root(i)] === forest.flipped(i)) continue;
    for (let c = 3 * i; c < 3 * i + 3; c++) normals[c] = -normals[c]!;
  }
}

const dot = (a: Float64Array, i: number, b: Float64Array, j: number): number =>
  a[3 * i]! * b[3 * j]! + a[3 * i + 1]! * b[3 * j + 1]! + a[3 * i + 2]! * b[3 * j + 2]!;

/** Pairs of neighbours, the most parallel first. */
function* edges(points: Points, normals: Float64Array, tree: KdTree, k: number): Generator<readonly [number, number]> {
  const n = points.length / 3;
  const neighbours = new Int32Array(n * k).fill(-1);
  const steps = new Uint16Array(n * k);
  const starts = new Uint32Array(STEPS + 1);
  const indices = new Int32Array(k);
  const distancesSq = new Float64Array(k);
  for (let i = 0; i < n; i++) {
    const found = kNearest(tree, points[3 * i]!, points[3 * i + 1]!, points[3 * i + 2]!, k, indices, distancesSq);
    for (let e = 0; e < found; e++) {
      const step = Math.min(
        STEPS - 1,
        Math.floor(STEPS * (1 - Math.min(1, Math.abs(dot(normals, i, normals, indices[e]!))))),
      );
      neighbours[i * k + e] = indices[e]!;
      steps[i * k + e] = step;
      starts[step + 1] = starts[step + 1]! + 1;
    }
  }
  for (let s = 0; s < STEPS; s++) starts[s + 1] = starts[s + 1]! + starts[s]!;
  const order = new Uint32Array(starts[STEPS]!);
  for (let e = 0; e < neighbours.length; e++) {
    if (neighbours[e]! < 0) continue;
    const step = steps[e]!;
    order[starts[step]!] = e;
    starts[step] = starts[step]! + 1;
  }
  for (const e of order) yield [Math.floor(e / k), neighbours[e]!];
}

interface Forest {
  readonly root: (i: number) => number;
  /** 1 where i's normal must be turned to agree with its root's. */
  readonly flipped: (i: number) => number;
  readonly join: (i: number, j: number, opposite: boolean) => void;
}

/** Union and find, with each member's sign relative to its parent. */
function createForest(n: number): Forest {
  const parent = Int32Array.from({ length: n }, (_, i) => i);
  const sign = new Uint8Array(n);
  const size = new Int32Array(n).fill(1);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) {
      const up = parent[at]!;
      sign[at] = sign[at]! ^ sign[up]!;
      parent[at] = parent[up]!;
      at = parent[at]!;
    }
    return at;
  };
  // Halving keeps the signs right: a root's own is 0.
  const flipped = (i: number): number => {
    let total = 0;
    for (let at = i; parent[at] !== at; at = parent[at]!) total ^= sign[at]!;
    return total;
  };
  return {
    root,
    flipped,
    join: (i, j, opposite) => {
      const a = root(i);
      const b = root(j);
      if (a === b) return;
      const relative = flipped(i) ^ flipped(j) ^ (opposite ? 1 : 0);
      const [small, large] = size[a]! < size[b]! ? [a, b] : [b, a];
      parent[small] = large;
      sign[small] = relative;
      size[large] = size[large]! + size[small]!;
    },
  };
}

interface Seed {
  readonly index: number;
  readonly axis: number;
  readonly sign: 1 | -1;
}

/** Of each connected part the extreme points, by axis and sign. */
function* extremes(points: Points, root: (i: number) => number): Generator<Seed> {
  const n = points.length / 3;
  for (let axis = 0; axis < 3; axis++) {
    for (const sign of [1, -1] as const) {
      const extreme = new Int32Array(n).fill(-1);
      for (let i = 0; i < n; i++) {
        const of = root(i);
        const best = extreme[of]!;
        if (best < 0 || sign * points[3 * i + axis]! > sign * points[3 * best + axis]!) extreme[of] = i;
      }
      for (const index of extreme) if (index >= 0) yield { index, axis, sign };
    }
  }
}
