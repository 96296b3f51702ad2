import { describe, expect, it } from 'vitest';
import { annealed, fixed, hasArrived } from '../../src/registration/anneal.ts';
import { kernelWeight } from '../../src/registration/kernels.ts';
import { rejectByNormals, trim } from '../../src/registration/reject.ts';
import type { KernelId } from '../../src/registration/types.ts';
import { identity } from '../../src/math/matrix4.ts';
import { expSe3 } from '../../src/math/se3.ts';

/** ρ(r) of Zhang (1997), table 1. */
const costs: Readonly<Record<KernelId, (r: number, s: number) => number>> = {
  none: (r) => (r * r) / 2,
  trimmed: (r) => (r * r) / 2,
  huber: (r, s) => (r <= s ? (r * r) / 2 : s * (r - s / 2)),
  tukey: (r, s) => ((s * s) / 6) * (r <= s ? 1 - (1 - (r / s) ** 2) ** 3 : 1),
  welsch: (r, s) => ((s * s) / 2) * (1 - Math.exp(-((r / s) ** 2))),
  truncated: (r, s) => Math.min(r * r, s * s) / 2,
};

describe('robust kernels', () => {
  for (const [kernel, cost] of Object.entries(costs) as [KernelId, (r: number, s: number) => number][]) {
    it(`${kernel}: the weight is the cost's slope by the residual`, () => {
      const h = 1e-5;
      for (const scale of [0.05, 0.7, 12]) {
        for (const ratio of [0.01, 0.3, 0.8, 0.99, 1.01, 1.5, 4]) {
          const r = ratio * scale;
          const slope = (cost(r + h * scale, scale) - cost(r - h * scale, scale)) / (2 * h * scale);
          // Central differences: h² of the third derivative, and rounding over h.
          expect(kernelWeight(kernel, r * r, scale)).toBeCloseTo(slope / r, 8);
        }
      }
    });
  }

  it('values in closed form at half, one and two scales', () => {
    const at = (kernel: KernelId) => [0.5, 1, 2].map((ratio) => kernelWeight(kernel, (3 * ratio) ** 2, 3));
    expect(at('huber')).toEqual([1, 1, 0.5]);
    expect(at('tukey')).toEqual([0.5625, 0, 0]);
    expect(at('welsch')).toEqual([Math.exp(-0.25), Math.exp(-1), Math.exp(-4)]);
    expect(at('truncated')).toEqual([1, 1, 0]);
  });
});

describe('annealing', () => {
  it('shrinks by its factor, stops at its end, and has arrived only there', () => {
    const length = { from: 8, to: 1.5, factor: 0.5 };
    expect([0, 1, 2, 3, 4].map((i) => annealed(length, i))).toEqual([8, 4, 2, 1.5, 1.5]);
    expect([0, 1, 2, 3, 4].map((i) => hasArrived(length, i))).toEqual([false, false, false, true, true]);
    expect(annealed(fixed(3), 100)).toBe(3);
    expect(hasArrived(fixed(3), 0)).toBe(true);
    expect(hasArrived(null, 0)).toBe(true);
  });
});

describe('rejection', () => {
  it('trimming keeps the nearest share of the matches there are, at least one', () => {
    const distanceSq = Float64Array.of(5, 1, 4, 9, 2, 3);
    const trimmed = (keep: number): number[] => {
      const index = Int32Array.of(10, 11, 12, -1, 14, 15);
      trim(index, distanceSq, keep);
      return [...index];
    };
    expect(trimmed(0.6)).toEqual([-1, 11, -1, -1, 14, 15]);
    expect(trimmed(0.01)).toEqual([-1, 11, -1, -1, -1, -1]);
    expect(trimmed(1)).toEqual([10, 11, 12, -1, 14, 15]);
  });

  it('trimming and matches that do not exist: what their scratch distance says plays no part', () => {
    const index = Int32Array.of(-1, -1);
    trim(index, Float64Array.of(0, 1), 0.5);
    expect([...index]).toEqual([-1, -1]);
  });

  it('normals: 29° stays and 31° goes at 30°, turned with the pose, and a normal is a line without a sign', () => {
    const at = (angle: number) => [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180), 0];
    const searching = Float64Array.from([at(29), at(31), at(29 + 180), at(-31)].flat());
    const searched = Float64Array.from([at(0), at(120)].flat());
    const cosine = Math.cos(Math.PI / 6);
    const index = Int32Array.of(0, 0, 0, 0);
    rejectByNormals(index, searching, searched, identity(), cosine);
    expect([...index]).toEqual([0, -1, 0, -1]);
    const turned = Int32Array.of(1, 1, 1, -1);
    rejectByNormals(turned, searching, searched, expSe3([0, 0, (120 * Math.PI) / 180], [7, 8, 9]), cosine);
    expect([...turned]).toEqual([1, -1, 1, -1]);
  });
});
