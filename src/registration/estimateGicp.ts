import type { CreateEstimator } from './estimator.ts';
import { kernelWeight } from './kernels.ts';
import { createNormalEquations } from './normalEquations.ts';

/** Variance along a neighbourhood's thin axis, 1 across it (Segal et al. 2009). */
const THIN = 1e-3;

/**
 * Generalized ICP, plane to plane (Segal, Haehnel & Thrun, RSS 2009): one Gauss–Newton step on Σ w dᵀ M d, d = p − q, with
 * M ∝ (C_q + R C_p Rᵀ)⁻¹ turned anew at every pose. A covariance with eigenvalues 1, 1, ε is I − (1 − ε) n nᵀ, so with m = R n_p
 * the sum is 2 (I − k (n nᵀ + m mᵀ)), k = (1 − ε)/2, and by Woodbury's identity, c = n·m:
 *
 *   M = ε [ I + k/((1 − k)² − k²c²) · ((1 − k)(n nᵀ + m mᵀ) + k c (n mᵀ + m nᵀ)) ]
 *
 * The factor 2ε makes M's largest eigenvalue 1 where the two planes are parallel: dᵀMd is then the squared distance from the plane (plus ε
 * of what lies along it), the residual of the robust kernel, and the eigenvalues compare with point-to-plane's.
 */
export const createGicpEstimator: CreateEstimator = ({ source, target }, matches, kernel) => {
  const from = source.ordered().points;
  const to = target.ordered().points;
  const sourceAxes = source.ordered().axes();
  const targetAxes = target.ordered().axes();
  const { bySource, index, weight } = matches;
  const size = target.size();
  const [cx, cy, cz] = size.centroid;
  const equations = createNormalEquations(size);
  const { a, b } = equations;
  let used = 0;

  return {
    accumulate(m, scale) {
      const k = (1 - THIN) / 2;
      used = 0;
      a.fill(0);
      b.fill(0);
      const [m0, m1, m2, m3] = [m[0]!, m[1]!, m[2]!, m[3]! - cx];
      const [m4, m5, m6, m7] = [m[4]!, m[5]!, m[6]!, m[7]! - cy];
      const [m8, m9, m10, m11] = [m[8]!, m[9]!, m[10]!, m[11]! - cz];
      for (let i = 0; i < index.length; i++) {
        const j = index[i]!;
        if (j < 0) continue;
        const s = 3 * (bySource ? i : j);
        const t = 3 * (bySource ? j : i);
        const x = from[s]!;
        const y = from[s + 1]!;
        const z = from[s + 2]!;
        const px = m0 * x + m1 * y + m2 * z + m3;
        const py = m4 * x + m5 * y + m6 * z + m7;
        const pz = m8 * x + m9 * y + m10 * z + m11;
        const dx = px + cx - to[t]!;
        const dy = py + cy - to[t + 1]!;
        const dz = pz + cz - to[t + 2]!;
        const ax = sourceAxes[s]!;
        const ay = sourceAxes[s + 1]!;
        const az = sourceAxes[s + 2]!;
        const ux = m0 * ax + m1 * ay + m2 * az;
        const uy = m4 * ax + m5 * ay + m6 * az;
        const uz = m8 * ax + m9 * ay + m10 * az;
        const nx = targetAxes[t]!;
        const ny = targetAxes[t + 1]!;
        const nz = targetAxes[t + 2]!;
        const c = nx * ux + ny * uy + nz * uz;
        const factor = (THIN * k) / ((1 - k) * (1 - k) - k * k * c * c);
        const same = factor * (1 - k);
        const mixed = factor * k * c;
        const xx = THIN + same * (nx * nx + ux * ux) + 2 * mixed * nx * ux;
        const yy = THIN + same * (ny * ny + uy * uy) + 2 * mixed * ny * uy;
        const zz = THIN + same * (nz * nz + uz * uz) + 2 * mixed * nz * uz;
        const xy = same * (nx * ny + ux * uy) + mixed * (nx * uy + ux * ny);
        const xz = same * (nx * nz + ux * uz) + mixed * (nx * uz + ux * nz);
        const yz = same * (ny * nz + uy * uz) + mixed * (ny * uz + uy * nz);
        const gx = xx * dx + xy * dy + xz * dz;
        const gy = xy * dx + yy * dy + yz * dz;
        const gz = xz * dx + yz * dy + zz * dz;
        const w = kernelWeight(kernel, dx * gx + dy * gy + dz * gz, scale);
        weight[i] = w;
        if (!(w > 0)) continue;
        used++;
        // Q = [p]× M, the coupling of ω (rows) and v (columns).
        const qxx = py * xz - pz * xy;
        const qxy = py * yz - pz * yy;
        const qxz = py * zz - pz * yz;
        const qyx = pz * xx - px * xz;
        const qyy = pz * xy - px * yz;
        const qyz = pz * xz - px * zz;
        const qzx = px * xy - py * xx;
        const qzy = px * yy - py * xy;
        const qzz = px * yz - py * xz;
        a[0]! += w * (py * qxz - pz * qxy);
        a[6]! += w * (py * qyz - pz * qyy);
        a[7]! += w * (pz * qyx - px * qyz);
        a[12]! += w * (py * qzz - pz * qzy);
        a[13]! += w * (pz * qzx - px * qzz);
        a[14]! += w * (px * qzy - py * qzx);
        a[18]! += w * qxx;
        a[19]! += w * qyx;
        a[20]! += w * qzx;
        a[21]! += w * xx;
        a[24]! += w * qxy;
        a[25]! += w * qyy;
        a[26]! += w * qzy;
        a[27]! += w * xy;
        a[28]! += w * yy;
        a[30]! += w * qxz;
        a[31]! += w * qyz;
        a[32]! += w * qzz;
        a[33]! += w * xz;
        a[34]! += w * yz;
        a[35]! += w * zz;
        b[0]! -= w * (py * gz - pz * gy);
        b[1]! -= w * (pz * gx - px * gz);
        b[2]! -= w * (px * gy - py * gx);
        b[3]! -= w * gx;
        b[4]! -= w * gy;
        b[5]! -= w * gz;
      }
      return used;
    },
    solve: (step) => used >= 3 && equations.solve(step),
    eigenvalues: (out) => equations.eigenvalues(used, out),
  };
};
