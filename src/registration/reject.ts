import type { Matrix4 } from '../math/matrix4.ts';

/** Keeps the nearest share of the matches (more only where distances are equal), at least one; the others' index becomes −1. */
export function trim(index: Int32Array, distanceSq: Float64Array, keep: number): void {
  if (keep >= 1) return;
  const sorted = distanceSq.filter((_, i) => index[i]! >= 0).sort();
  if (sorted.length === 0) return;
  const limit = sorted[Math.max(1, Math.round(keep * sorted.length)) - 1]!;
  for (let i = 0; i < index.length; i++) if (distanceSq[i]! > limit) index[i] = -1;
}

/**
 * Rejects matches whose normals, as lines, enclose an angle with a cosine below `cosine`. As lines, because estimated normals have an
 * arbitrary sign.
 */
export function rejectByNormals(
  index: Int32Array,
  searching: Float64Array,
  searched: Float64Array,
  searchedFromSearching: Matrix4,
  cosine: number,
): void {
  const m = searchedFromSearching;
  for (let i = 0; i < index.length; i++) {
    const j = 3 * index[i]!;
    if (j < 0) continue;
    const x = searching[3 * i]!;
    const y = searching[3 * i + 1]!;
    const z = searching[3 * i + 2]!;
    const dot =
      (m[0]! * x + m[1]! * y + m[2]! * z) * searched[j]! +
      (m[4]! * x + m[5]! * y + m[6]! * z) * searched[j + 1]! +
      (m[8]! * x + m[9]! * y + m[10]! * z) * searched[j + 2]!;
    if (!(Math.abs(dot) >= cosine)) index[i] = -1;
  }
}
