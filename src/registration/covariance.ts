import { solveSymmetric6 } from '../math/linear.ts';
import { transformPoints, type Matrix4 } from '../math/matrix4.ts';
import { correspondences } from './correspondences.ts';
import type { Prepared } from './prepare.ts';
import { settingsOf } from './recipes.ts';

/** How uncertain a pose is, from its last Gauss–Newton system. */
export interface PoseCovariance {
  /**
   * 36, row major, of the twist (ωx, ωy, ωz, vx, vy, vz) by which the true pose may differ: it takes a point p that the pose has brought to the target's frame to p + ω × (p − about) + v.
   * ω in radians, v in the clouds' unit.
   */
  readonly matrix: Float64Array;
  /** Where the pose puts the source's centroid. */
  readonly about: readonly [number, number, number];
  /** Standard deviation of a match's distance from the target's plane, in the clouds' unit. */
  readonly sigma: number;
  readonly matches: number;
}

/**
 * C = σ² (Σ J Jᵀ)⁻¹, J = ((p − about) × n, n): point-to-plane within `limit`, each source point with its nearest target point. The noise model: distances from the target's planes are
 * independent, with one variance σ² = Σ r² / (matches − 6). Wrong matches, and errors that neighbouring points share, are not in it, so that it is a lower bound. null: the matches
 * leave a motion free, or are too few.
 */
export function poseCovariance(prepared: Prepared, pose: Matrix4, limit: number): PoseCovariance | null {
  const settings = settingsOf('icp-plane', { maxDistance: limit, search: 'source' }, prepared.target);
  const { from, to } = correspondences(prepared, settings, pose, 0);
  const about = prepared.source.size().centroid;
  const [cx, cy, cz] = transformPoints(pose, Float64Array.from(about)) as unknown as [number, number, number];
  const moved = transformPoints(pose, prepared.source.cloud.points);
  const points = prepared.target.cloud.points;
  const normals = prepared.target.normals();
  const a = new Float64Array(36);
  const j = new Float64Array(6);
  let squares = 0;
  from.forEach((at, k) => {
    const [s, t] = [3 * at, 3 * to[k]!];
    const [x, y, z] = [moved[s]! - cx, moved[s + 1]! - cy, moved[s + 2]! - cz];
    const [nx, ny, nz] = [normals[t]!, normals[t + 1]!, normals[t + 2]!];
    j.set([y * nz - z * ny, z * nx - x * nz, x * ny - y * nx, nx, ny, nz]);
    for (let r = 0; r < 6; r++) for (let c = 0; c < 6; c++) a[6 * r + c]! += j[r]! * j[c]!;
    squares +=
      (nx * (moved[s]! - points[t]!) + ny * (moved[s + 1]! - points[t + 1]!) + nz * (moved[s + 2]! - points[t + 2]!)) **
      2;
  });
  const inverse = from.length > 6 ? inverted(a, prepared.source.size().radius) : null;
  if (inverse === null) return null;
  const variance = squares / (from.length - 6);
  return {
    matrix: inverse.map((value) => variance * value),
    about: [cx, cy, cz],
    sigma: Math.sqrt(variance),
    matches: from.length,
  };
}

/** Below this part of the largest, a direction's curvature is rounding. */
const DETERMINED = 1e-10;

/** In the unknowns (radius · ω, v), which have one unit: else what is singular would depend on it. */
function inverted(a: Float64Array, radius: number): Float64Array | null {
  const unit = (i: number) => (i < 3 ? radius : 1);
  const scaled = a.map((value, at) => value / (unit(Math.floor(at / 6)) * unit(at % 6)));
  const largest = Math.max(...[0, 1, 2, 3, 4, 5].map((i) => scaled[7 * i]!));
  const lowered = scaled.map((value, at) => (at % 7 === 0 ? value - DETERMINED * largest : value));
  const out = new Float64Array(36);
  const column = new Float64Array(6);
  if (!solveSymmetric6(lowered, column, column)) return null;
  for (let c = 0; c < 6; c++) {
    const one = Float64Array.from({ length: 6 }, (_, i) => (i === c ? 1 : 0));
    if (!solveSymmetric6(scaled, one, column)) return null;
    for (let r = 0; r < 6; r++) out[6 * r + c] = column[r]! / (unit(r) * unit(c));
  }
  return out;
}
