import type { Points } from '../../clouds/types.ts';

/** Points with their normals. */
export interface Oriented {
  readonly points: Points;
  readonly normals: Float64Array;
}

/** Cosine of the angle up to which two normals, of either sign, may belong together. */
const ALIKE = 0.9;

/**
 * How much each normal counts, so that a direction in which many point does not outvote the others: 1 by the root of their number. A floor lies on a floor at every shift along it, an end wall at one
 * (normal-space sampling: Rusinkiewicz and Levoy 2001).
 */
export function rarities(normals: Float64Array): Float64Array {
  return Float64Array.from({ length: normals.length / 3 }, (_, i) => {
    const [x, y, z] = [normals[3 * i]!, normals[3 * i + 1]!, normals[3 * i + 2]!];
    let alike = 0;
    for (let j = 0; j < normals.length; j += 3) {
      if (Math.abs(x * normals[j]! + y * normals[j + 1]! + z * normals[j + 2]!) > ALIKE) alike++;
    }
    return 1 / Math.sqrt(Math.max(1, alike));
  });
}

/** A motion by which many points land where the others are. */
export interface Shift {
  readonly by: readonly [number, number, number];
  readonly votes: number;
}

export interface ShiftSearch {
  readonly cell: number;
  readonly cells: number;
  readonly most: number;
}

/**
 * The translations that lay most points of one cloud on points of the other whose normals run alike: the local maxima of the cross-correlation, counted
 * over all pairs, each of its moving point's weight, in at most `cells` cells a side, of at least `cell` (a Hough transform), most votes first. Nothing is drawn: the same clouds give the same shifts.
 */
export function shiftsBetween(
  moving: Oriented,
  weights: Float64Array,
  fixed: Oriented,
  { cell, cells, most }: ShiftSearch,
): readonly Shift[] {
  const a = range(moving.points);
  const b = range(fixed.points);
  const low = [0, 1, 2].map((k) => b.min[k]! - a.max[k]!);
  const long = [0, 1, 2].map((k) => b.max[k]! - a.min[k]! - low[k]!);
  const size = Math.max(cell, Math.max(...long) / cells);
  const [nx, ny, nz] = long.map((length) => Math.floor(length / size) + 3) as [number, number, number];
  const [votes, blurring, summed] = scratch(nx * ny * nz);
  const [mp, mn, fp, fn] = [moving.points, moving.normals, fixed.points, fixed.normals];
  for (let i = 0; i < mp.length; i += 3) {
    const ox = low[0]! - size + mp[i]!;
    const oy = low[1]! - size + mp[i + 1]!;
    const oz = low[2]! - size + mp[i + 2]!;
    const [ux, uy, uz] = [mn[i]!, mn[i + 1]!, mn[i + 2]!];
    const weight = weights[i / 3]!;
    for (let j = 0; j < fp.length; j += 3) {
      const cosine = ux * fn[j]! + uy * fn[j + 1]! + uz * fn[j + 2]!;
      if (cosine < ALIKE && cosine > -ALIKE) continue;
      const x = ((fp[j]! - ox) / size) | 0;
      const y = ((fp[j + 1]! - oy) / size) | 0;
      const z = ((fp[j + 2]! - oz) / size) | 0;
      votes[x + nx * (y + ny * z)]! += weight;
    }
  }
  blur(votes, blurring, 1);
  blur(blurring, votes, nx);
  blur(votes, summed, nx * ny);
  const peaks: Shift[] = [];
  for (let z = 1; z < nz - 1; z++) {
    for (let y = 1; y < ny - 1; y++) {
      for (let x = 1; x < nx - 1; x++) {
        const at = x + nx * (y + ny * z);
        const value = summed[at]!;
        const least = peaks.length < most ? 0 : peaks[peaks.length - 1]!.votes;
        if (value <= least || !isPeak(summed, at, nx, ny)) continue;
        const between = [1, nx, nx * ny].map((stride) => top(summed[at - stride]!, value, summed[at + stride]!));
        const by = [x, y, z].map((cellAt, k) => low[k]! - size + (cellAt + 0.5 + between[k]!) * size) as [
          number,
          number,
          number,
        ];
        const place = peaks.findIndex((peak) => peak.votes < value);
        peaks.splice(place < 0 ? peaks.length : place, 0, { by, votes: value });
        if (peaks.length > most) peaks.pop();
      }
    }
  }
  return peaks;
}

/** Three grids of at least `size` cells, zeroed; used again, since a search takes hundreds of them. */
function scratch(size: number): readonly [Float32Array, Float32Array, Float32Array] {
  if (grids[0].length < size) grids = [new Float32Array(size), new Float32Array(size), new Float32Array(size)];
  const [a, b, c] = grids.map((grid) => grid.subarray(0, size)) as [Float32Array, Float32Array, Float32Array];
  a.fill(0);
  return [a, b, c];
}

let grids = [new Float32Array(0), new Float32Array(0), new Float32Array(0)] as const as readonly [
  Float32Array,
  Float32Array,
  Float32Array,
];

/** Sums with weights 1, 2, 1 along one axis. */
function blur(from: Float32Array, to: Float32Array, stride: number): void {
  to.fill(0, 0, stride);
  to.fill(0, from.length - stride);
  for (let i = stride; i < from.length - stride; i++) to[i] = from[i - stride]! + 2 * from[i]! + from[i + stride]!;
}

/** Where the parabola through three neighbouring values has its top, in steps from the middle one, the largest. */
function top(before: number, value: number, after: number): number {
  const bend = 2 * value - before - after;
  return bend > 0 ? (after - before) / (2 * bend) : 0;
}

function isPeak(values: Float32Array, at: number, nx: number, ny: number): boolean {
  const value = values[at]!;
  for (let dz = -1; dz <= 1; dz++) {
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        const other = values[at + dx + nx * (dy + ny * dz)]!;
        if (other > value) return false;
      }
    }
  }
  return true;
}

function range(points: Points): { readonly min: readonly number[]; readonly max: readonly number[] } {
  const min = [Infinity, Infinity, Infinity];
  const max = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < points.length; i++) {
    const k = i % 3;
    if (points[i]! < min[k]!) min[k] = points[i]!;
    if (points[i]! > max[k]!) max[k] = points[i]!;
  }
  return { min, max };
}
