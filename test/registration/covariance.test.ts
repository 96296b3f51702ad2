import { describe, expect, it } from 'vitest';
import { identity } from '../../src/math/matrix4.ts';
import { createRng } from '../../src/math/rng.ts';
import { certaintyOf } from '../../src/registration/certainty.ts';
import { poseCovariance } from '../../src/registration/covariance.ts';
import { icp } from '../../src/registration/icp.ts';
import { prepare } from '../../src/registration/prepare.ts';
import { settingsOf } from '../../src/registration/recipes.ts';
import { nullRecorder } from '../../src/registration/recorder.ts';

/** A wavy sheet z = f(x, y), its points and exact normals, with noise along the normal. */
function sheet(count: number, seed: number, name: string, noise: number) {
  const rng = createRng(seed, 'covariance', name);
  const points = new Float64Array(3 * count);
  const normals = new Float64Array(3 * count);
  for (let i = 0; i < points.length; i += 3) {
    const [x, y] = [rng.between(-2, 2), rng.between(-1, 1)];
    const [fx, fy] = [0.3 * Math.cos(x), -0.4 * Math.sin(2 * y)];
    const length = Math.hypot(fx, fy, 1);
    normals.set([-fx / length, -fy / length, 1 / length], i);
    points.set([x, y, 0.3 * Math.sin(x) + 0.2 * Math.cos(2 * y)], i);
    const off = noise * rng.gaussian();
    for (let k = 0; k < 3; k++) points[i + k]! += off * normals[i + k]!;
  }
  return { points, normals };
}

describe('the covariance of a pose', () => {
  it('is what 80 registrations of differently noisy scans scatter by (seeds 1 to 80)', () => {
    const target = sheet(12_000, 1, 'target', 0);
    const runs = 80;
    let sum = 0;
    for (let seed = 1; seed <= runs; seed++) {
      const clouds = prepare({ source: sheet(400, seed, 'source', 0.02), target });
      const settings = settingsOf('icp-plane', { maxDistance: 0.5 }, clouds.target);
      const pose = icp({ init: identity() }, settings, clouds, nullRecorder, { aborted: false }).targetFromSource;
      const { matrix, about, sigma, matches } = poseCovariance(clouds, pose, 0.5)!;
      expect(matches).toBe(400);
      expect(sigma).toBeGreaterThan(0.015);
      expect(sigma).toBeLessThan(0.026);
      // The truth is the identity: to first order the pose is p → p + ω × (p − about) + v.
      const moved = [0, 1, 2].map((r) => {
        const at = (c: number) => pose[4 * r + c]! - (r === c ? 1 : 0);
        return at(0) * about[0] + at(1) * about[1] + at(2) * about[2] + pose[4 * r + 3]!;
      });
      const twist = [pose[9]! - pose[6]!, pose[2]! - pose[8]!, pose[4]! - pose[1]!].map((w) => w / 2).concat(moved);
      sum += mahalanobis(matrix, twist);
    }
    // Squared Mahalanobis distances follow χ² with 6 degrees of freedom (F with 394 below): mean 6.03, its standard error over 80 runs √(12/80) = 0.39.
    expect(sum / runs).toBeGreaterThan(6 - 4 * 0.39);
    expect(sum / runs).toBeLessThan(6 + 4 * 0.39);
  });

  it('is the closed form for three planes through a corner, and does not depend on where the corner stands', () => {
    const far = [100, -2000, 50];
    const corner = (off: number, shift: readonly number[]) => {
      const points: number[] = [];
      const normals: number[] = [];
      for (let axis = 0; axis < 3; axis++) {
        for (let u = 0.5; u < 10; u++) {
          for (let v = 0.5; v < 10; v++) {
            // Alternating: the plane through them stays, and all residuals are ± off.
            const at = [0, 0, 0];
            at[axis] = off * ((Math.floor(u) + Math.floor(v)) % 2 === 0 ? 1 : -1);
            at[(axis + 1) % 3] = u;
            at[(axis + 2) % 3] = v;
            points.push(...at.map((value, k) => value + shift[k]!));
            normals.push(...[0, 1, 2].map((k) => Number(k === axis)));
          }
        }
      }
      return { points: Float64Array.from(points), normals: Float64Array.from(normals) };
    };
    const at = (shift: readonly number[]) =>
      poseCovariance(prepare({ source: corner(0.01, shift), target: corner(0, shift) }), identity(), 0.5)!;
    const { matrix, sigma, matches } = at([0, 0, 0]);
    expect(matches).toBe(300);
    expect(sigma).toBeCloseTo(0.01 * Math.sqrt(300 / 294), 12);
    // Along one axis, its 100 matches alone hold the translation, coupled to the turns by where the planes lie: about their own centroids they would be σ²/100.
    expect(matrix[21]! / (sigma * sigma)).toBeGreaterThan(1 / 100);
    for (let i = 0; i < 36; i++) expect(at(far).matrix[i]).toBeCloseTo(matrix[i]!, 10);
    // Its inverse: ΣJJᵀ has Σ n nᵀ = 100 I for its lower right block.
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++)
        expect(inverseOf(matrix)[6 * (3 + i) + 3 + j]! * sigma * sigma).toBeCloseTo(i === j ? 100 : 0, 6);
    }
  });

  it('is none on a plane, which a motion leaves as it is', () => {
    const plane = Float64Array.from(
      { length: 3 * 400 },
      (_, i) => [Math.floor(i / 3) % 20, Math.floor(i / 60), 0][i % 3]!,
    );
    const clouds = prepare({ source: { points: plane }, target: { points: plane } });
    expect(poseCovariance(clouds, identity(), 0.5)).toBeNull();
    expect(certaintyOf(clouds, identity())).toEqual({ overlap: { source: 1, target: 1, limit: 2 }, covariance: null });
  });
});

describe('overlap', () => {
  it('is a share of each cloud: the half of one is the whole of the other', () => {
    const whole = sheet(3000, 1, 'whole', 0);
    const half = whole.points.filter((_, i) => whole.points[3 * Math.floor(i / 3)]! < 0);
    const { overlap } = certaintyOf(prepare({ source: { points: half }, target: whole }), identity())!;
    expect(overlap.source).toBe(1);
    expect(overlap.target).toBeGreaterThan(0.49);
    expect(overlap.target).toBeLessThan(0.55);
  });
});

/** xᵀ C⁻¹ x. */
function mahalanobis(c: Float64Array, x: readonly number[]): number {
  const inverse = inverseOf(c);
  return x.reduce((sum, xi, i) => sum + x.reduce((row, xj, j) => row + xi * inverse[6 * i + j]! * xj, 0), 0);
}

/** Gauss and Jordan, with the largest pivot of each column. */
function inverseOf(matrix: Float64Array): number[] {
  const rows = Array.from({ length: 6 }, (_, i) => [
    ...matrix.subarray(6 * i, 6 * i + 6),
    ...Array.from({ length: 6 }, (__, j) => Number(i === j)),
  ]);
  for (let c = 0; c < 6; c++) {
    const pivot = rows
      .slice(c)
      .reduce((best, row, i) => (Math.abs(row[c]!) > Math.abs(rows[best]![c]!) ? c + i : best), c);
    const [first, other] = [rows[pivot]!, rows[c]!];
    rows[pivot] = other;
    const own = first.map((value) => value / first[c]!);
    rows[c] = own;
    rows.forEach((row, r) => {
      if (r !== c) rows[r] = row.map((value, k) => value - row[c]! * own[k]!);
    });
  }
  return rows.flatMap((row) => row.slice(6));
}
