import type { Points } from '../../clouds/types.ts';

/** Points with their normals, of which each counts as much as any. */
export interface Oriented {
  readonly points: Points;
  readonly normals: Float64Array;
}

/** A motion by which many points land where the others are. */
export interface Shift {
  readonly by: readonly [number, number, number];
  readonly votes: number;
}

const CELLS = 72;
/** Cosine of the angle up to which two normals, of either sign, may belong together. */
const ALIKE = 0.9;

/**
 * The translations that lay most points of one cloud on points of the other whose normals run alike: the local maxima of the cross-correlation, counted
 * over all pairs in cells of at least `cell` (a Hough transform), most votes first. Nothing is drawn: the same clouds give the same shifts.
 */
export function shiftsBetween(moving: Oriented, fixed: Oriented, cell: number, most: number): readonly Shift[] {
  const a = range(moving.points);
  const b = range(fixed.points);
  const low = [0, 1, 2].map((k) => b.min[k]! - a.max[k]!);
  const long = [0, 1, 2].map((k) => b.max[k]! - a.min[k]! - low[k]!);
  const size = Math.max(cell, Math.max(...long) / CELLS);
  const [nx, ny, nz] = long.map((length) => Math.floor(length / size) + 3) as [number, number, number];
  const votes = new Float32Array(nx * ny * nz);
  const [mp, mn, fp, fn] = [moving.points, moving.normals, fixed.points, fixed.normals];
  for (let i = 0; i < mp.length; i += 3) {
    const ox = low[0]! - size + mp[i]!;
    const oy = low[1]! - size + mp[i + 1]!;
    const oz = low[2]! - size + mp[i + 2]!;
    const [ux, uy, uz] = [mn[i]!, mn[i + 1]!, mn[i + 2]!];
    for (let j = 0; j < fp.length; j += 3) {
      const cosine = ux * fn[j]! + uy * fn[j + 1]! + uz * fn[j + 2]!;
      if (cosine < ALIKE && cosine > -ALIKE) continue;
      const x = ((fp[j]! - ox) / size) | 0;
      const y = ((fp[j + 1]! - oy) / size) | 0;
      const z = ((fp[j + 2]! - oz) / size) | 0;
      votes[x + nx * (y + ny * z)]!++;
    }
  }
  const summed = blurred(votes, nx, ny, nz);
  const peaks: Shift[] = [];
  for (let z = 1; z < nz - 1; z++) {
    for (let y = 1; y < ny - 1; y++) {
      for (let x = 1; x < nx - 1; x++) {
        const at = x + nx * (y + ny * z);
        const value = summed[at]!;
        const least = peaks.length < most ? 0 : peaks[peaks.length - 1]!.votes;
        if (value <= least || !isPeak(summed, at, nx, ny)) continue;
        const by = [x, y, z].map((cellAt, k) => low[k]! - size + (cellAt + 0.5) * size) as [number, number, number];
        const place = peaks.findIndex((peak) => peak.votes < value);
        peaks.splice(place < 0 ? peaks.length : place, 0, { by, votes: value });
        if (peaks.length > most) peaks.pop();
      }
    }
  }
  return peaks;
}

/** Sums over 3 × 3 × 3 cells, the middle counting most (1, 2, 1 along each axis), one axis after another. */
function blurred(votes: Float32Array, nx: number, ny: number, nz: number): Float32Array {
  let from = votes;
  for (const stride of [1, nx, nx * ny]) {
    const to = new Float32Array(from.length);
    for (let i = stride; i < from.length - stride; i++) to[i] = from[i - stride]! + 2 * from[i]! + from[i + stride]!;
    from = to;
  }
  return nz > 0 ? from : votes;
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
