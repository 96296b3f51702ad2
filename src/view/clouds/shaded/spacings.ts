import type { Points } from '../../../clouds/types.ts';

/** Cells an edge of the cloud's box at the finest of the levels, as a power of two. */
const LEVELS = 10;
/** A cell with as many points says how densely a surface is sampled there. */
const ENOUGH = 6;
/** In medians: nothing is taken for sparser than this. */
const SPARSEST = 4;

export interface Spaced {
  /** One a point: how far its neighbours are, in the cloud's unit. */
  readonly spacings: Float32Array<ArrayBuffer>;
  /** The points' indices along a curve that fills space: what is near in it is near in the cloud, whatever order its file has. */
  readonly order: Uint32Array<ArrayBuffer>;
}

/**
 * How far apart the points are around each, in the cloud's unit: a dot of that width closes the surface. Every point asks the smallest cell of
 * an octree around it that holds ENOUGH: a surface that crosses a cell of edge h in n points has them h/√n apart. One sort, no tree: 0.1 s
 * for 100,000 points.
 */
export function spaced(points: Points): Spaced {
  const count = points.length / 3;
  const out = new Float32Array(count);
  if (count === 0) return { spacings: out, order: new Uint32Array(0) };
  const { edge, sorted } = inOctree(points);
  const keys = new Float64Array(count);
  const indices = new Uint32Array(count);
  sorted.forEach((value, k) => {
    keys[k] = Math.floor(value / INDEX);
    indices[k] = value % INDEX;
  });
  for (let level = 1; level <= LEVELS; level++) {
    const cell = 8 ** (LEVELS - level);
    const h = edge / 2 ** level;
    let from = 0;
    while (from < count) {
      const key = Math.floor(keys[from]! / cell);
      const to = endOf(keys, from, cell, key);
      const n = to - from;
      const spacing = h / Math.sqrt(n);
      if (n >= ENOUGH || level === 1) for (let k = from; k < to; k++) out[indices[k]!] = spacing;
      from = to;
    }
  }
  const most = SPARSEST * median(out);
  return { spacings: out.map((spacing) => Math.min(spacing, most)), order: indices };
}

/** Where the run of keys ends that lie in the cell `key`. */
function endOf(keys: Float64Array, from: number, cell: number, key: number): number {
  let to = from + 1;
  while (to < keys.length && Math.floor(keys[to]! / cell) === key) to++;
  return to;
}

/** More points than a cloud has. */
const INDEX = 2 ** 22;

/** The points in the order of their cells (Morton's curve), as cell · INDEX + index. */
function inOctree(points: Points): { readonly edge: number; readonly sorted: Float64Array } {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < points.length; i++) {
    const k = i % 3;
    low[k] = Math.min(low[k]!, points[i]!);
    high[k] = Math.max(high[k]!, points[i]!);
  }
  const edge = Math.max(...high.map((value, k) => value - low[k]!), Number.MIN_VALUE) * (1 + 1e-9);
  const cells = 2 ** LEVELS;
  const sorted = new Float64Array(points.length / 3);
  for (let i = 0; i < sorted.length; i++) {
    let key = 0;
    for (let k = 0; k < 3; k++) {
      const along = Math.min(Math.floor(((points[3 * i + k]! - low[k]!) / edge) * cells), cells - 1);
      key += spread(along) * 2 ** k;
    }
    sorted[i] = key * INDEX + i;
  }
  return { edge, sorted: sorted.sort() };
}

/** Ten bits, each followed by two zeros. */
function spread(bits: number): number {
  let x = bits;
  x = (x | (x << 16)) & 0x30000ff;
  x = (x | (x << 8)) & 0x300f00f;
  x = (x | (x << 4)) & 0x30c30c3;
  return (x | (x << 2)) & 0x9249249;
}

export function median(values: ArrayLike<number>): number {
  const sorted = Float32Array.from(values).sort();
  return sorted[sorted.length >> 1] ?? 0;
}
