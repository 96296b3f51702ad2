import { describe, expect, test } from 'vitest';
import { optimize } from '../../src/jobs/optimize.ts';
import type { OptimizeSpec } from '../../src/jobs/specs.ts';
import { ruledOptimizerIds, ruleOf, semanticsFor } from '../../src/optimizers/index.ts';
import { NOISE_PAIRS, noiseAt, noiseNormals, noiseOffset, noiseStep } from '../../src/optimizers/noise.ts';
import { defaultsOf } from '../../src/params/spec.ts';

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const moment = (values: readonly number[], power: number) => mean(values.map((value) => value ** power));
const correlation = (a: readonly number[], b: readonly number[]) =>
  mean(a.map((value, i) => value * b[i]!)) / Math.sqrt(moment(a, 2) * moment(b, 2));

/** Five standard errors of a mean of n draws with SD 1: beyond it once in 1.7 million. (One of seed 2’s is at 4.4; over 600 seeds they have SD 1.000.) */
const far = (n: number) => 5 / Math.sqrt(n);
const unit = (seed: number) => ({ sd: 1, batch: 1, seed });
const N = 20_000;
const updates = Array.from({ length: N }, (_, i) => i + 1);

describe.each([1, 2, 77, 2 ** 31 - 1])('the noise of a run, seed %i', (seed) => {
  const [xs, ys] = ([0, 1] as const).map((axis) => updates.map((t) => noiseAt(unit(seed), t, axis))) as [
    number[],
    number[],
  ];

  test('is standard normal by its first four moments and by how often it exceeds 1, 2 and 3', () => {
    for (const draws of [xs, ys]) {
      expect(Math.abs(mean(draws))).toBeLessThan(far(N));
      // Var(z²) = 2, Var(z³) = 15, Var(z⁴) = 96.
      expect(Math.abs(moment(draws, 2) - 1)).toBeLessThan(Math.SQRT2 * far(N));
      expect(Math.abs(moment(draws, 3))).toBeLessThan(Math.sqrt(15) * far(N));
      expect(Math.abs(moment(draws, 4) - 3)).toBeLessThan(Math.sqrt(96) * far(N));
      for (const [beyond, share] of [
        [1, 0.317311],
        [2, 0.0455],
        [3, 0.0027],
      ] as const) {
        const found = draws.filter((z) => Math.abs(z) > beyond).length / N;
        expect(Math.abs(found - share)).toBeLessThan(Math.sqrt(share * (1 - share)) * far(N));
      }
    }
  });

  test('nothing of it is in the update before, in those before that, or in the other component', () => {
    expect(Math.abs(correlation(xs, ys))).toBeLessThan(far(N));
    for (const lag of [1, 2, 3, 7]) {
      expect(Math.abs(correlation(xs.slice(lag), xs.slice(0, -lag)))).toBeLessThan(far(N - lag));
      expect(Math.abs(correlation(xs.slice(lag), ys.slice(0, -lag)))).toBeLessThan(far(N - lag));
      // Nor in its size.
      const [a, b] = [xs.slice(lag), xs.slice(0, -lag)].map((some) => some.map((z) => z * z - 1)) as [
        number[],
        number[],
      ];
      expect(Math.abs(correlation(a, b))).toBeLessThan(far(N - lag));
    }
  });

  test('across a swarm at one update: every particle its own, unlike its neighbour’s and its own at the update before', () => {
    const count = 16_384;
    const at = (t: number) => Array.from({ length: count }, (_, i) => noiseAt(unit(seed), t, 0, i));
    for (const t of [1, 2, 500]) {
      const now = at(t);
      expect(new Set(now).size).toBe(count);
      expect(Math.abs(mean(now))).toBeLessThan(far(count));
      expect(Math.abs(moment(now, 2) - 1)).toBeLessThan(Math.SQRT2 * far(count));
      expect(Math.abs(correlation(now, at(t + 1)))).toBeLessThan(far(count));
      expect(Math.abs(correlation(now.slice(1), now.slice(0, -1)))).toBeLessThan(far(count));
    }
  });
});

test('another seed is other noise', () => {
  const [a, b] = [1, 2].map((seed) => updates.map((t) => noiseAt(unit(seed), t, 0))) as [number[], number[]];
  expect(Math.abs(correlation(a, b))).toBeLessThan(far(N));
});

test('the table has mean 0 and SD 1, and each update deals it out once to 2¹⁶ particles', () => {
  const all = [...noiseNormals(5)];
  expect(all).toHaveLength(2 * NOISE_PAIRS);
  expect(mean(all)).toBeCloseTo(0, 12);
  expect(moment(all, 2)).toBeCloseTo(1, 12);
  for (const t of [1, 2, 3, 1999]) {
    const [step, offset] = [noiseStep(5, t), noiseOffset(5, t)];
    expect(4095 * step + 65535).toBeLessThan(2 ** 24);
    const dealt = new Set(Array.from({ length: NOISE_PAIRS }, (_, i) => (i * step + offset) % NOISE_PAIRS));
    expect(dealt.size).toBe(NOISE_PAIRS);
  }
});

test('SD σ/√B: a batch four times as large halves it', () => {
  for (const t of [1, 9, 30]) {
    const one = noiseAt(unit(3), t, 1);
    expect(noiseAt({ sd: 6, batch: 1, seed: 3 }, t, 1)).toBeCloseTo(6 * one, 12);
    expect(noiseAt({ sd: 6, batch: 4, seed: 3 }, t, 1)).toBeCloseTo(3 * one, 12);
  }
});

/** Links carry σ, B and a seed: what they stand for must stay. */
test('the noise of seed 1 is what it was', () => {
  expect([1, 2, 3].map((t) => [noiseAt(unit(1), t, 0), noiseAt(unit(1), t, 1)])).toMatchInlineSnapshot(`
    [
      [
        0.2875806641019355,
        -0.30137128883536013,
      ],
      [
        -0.8328949985395497,
        0.3646847585412359,
      ],
      [
        1.3795101738666435,
        0.3982504093402748,
      ],
    ]
  `);
});

function spec(optimizer: string, params: Record<string, number>, rest: Partial<OptimizeSpec> = {}): OptimizeSpec {
  const semantics = semanticsFor(optimizer, 'book');
  return {
    surface: { id: 'bowl', formula: 'x^2/anisotropy + y^2', params: { anisotropy: 20 }, domain: null },
    optimizer,
    semantics,
    params: { ...defaultsOf(ruleOf(optimizer, semantics).params), ...params },
    start: [-7, 2],
    steps: 30,
    ...rest,
  };
}

describe('runs', () => {
  const noise = { sd: 10, batch: 4, seed: 9 };

  test.each(ruledOptimizerIds)('%s: with no noise asked for, bit for bit the plain run; with it, another one', (id) => {
    const plain = optimize(spec(id, { lr: 0.05 }));
    expect(optimize(spec(id, { lr: 0.05 }, { disturbance: {} })).x).toEqual(plain.x);
    expect(optimize(spec(id, { lr: 0.05 }, { disturbance: { noise } })).x).not.toEqual(plain.x);
  });

  test('SGD and Momentum see the same noise at the same update, and the record keeps the slope itself', () => {
    const lr = 0.05;
    const sgd = optimize(spec('sgd', { lr }, { disturbance: { noise } }));
    const momentum = optimize(spec('momentum', { lr, momentum: 0.9 }, { disturbance: { noise } }));
    for (let t = 1; t <= 30; t++) {
      for (const axis of [0, 1] as const) {
        const [from, to] = [2 * t - 2 + axis, 2 * t + axis];
        const slope = (x: number) => (axis === 0 ? x / 10 : 2 * x);
        const v = momentum.state['v']!;
        expect(sgd.g[from]).toBeCloseTo(slope(sgd.x[from]!), 12);
        const seen = (sgd.x[from]! - sgd.x[to]!) / lr - slope(sgd.x[from]!);
        expect(seen).toBeCloseTo(noiseAt(noise, t, axis), 10);
        expect((0.9 * v[from]! - v[to]!) / lr - slope(momentum.x[from]!)).toBeCloseTo(seen, 10);
      }
    }
  });
});

describe('where a run comes to hover about the minimum', () => {
  /** The variance of x and y over a long run, its start left out. */
  function variances(optimizer: string, params: Record<string, number>, sd: number): readonly [number, number] {
    const steps = 60_000;
    const { x } = optimize(spec(optimizer, params, { steps, disturbance: { noise: { sd, batch: 1, seed: 15 } } }));
    return ([0, 1] as const).map((axis) => {
      const rest = Array.from({ length: steps - 5000 }, (_, i) => x[2 * (i + 5000) + axis]!);
      return moment(rest, 2);
    }) as unknown as [number, number];
  }

  test.each([0.1, 0.5, 0.9])('SGD at η = %d: Var = η²σ²/(1 − (1 − ηλ)²) along both axes (seed 15)', (lr) => {
    const found = variances('sgd', { lr }, 0.7);
    for (const [axis, curvature] of [0.1, 2].entries()) {
      const expected = (lr * 0.7) ** 2 / (1 - (1 - lr * curvature) ** 2);
      // An AR(1)'s variance from n rows has the relative error √(2(1 + a²)/((1 − a²)n)).
      const a = 1 - lr * curvature;
      const error = Math.sqrt((2 * (1 + a * a)) / ((1 - a * a) * 55_000));
      expect(Math.abs(found[axis]! / expected - 1)).toBeLessThan(4 * error);
    }
  });

  test('Momentum at η = 0.1, β = 0.9: Var = (1 + β)/(1 − β) · ησ²/(λ(2(1 + β) − ηλ)) (seed 15)', () => {
    const [lr, beta] = [0.1, 0.9];
    const found = variances('momentum', { lr, momentum: beta }, 0.7);
    for (const [axis, curvature] of [0.1, 2].entries()) {
      const expected = ((1 + beta) / (1 - beta)) * ((lr * 0.49) / (curvature * (2 * (1 + beta) - lr * curvature)));
      // It forgets as slowly as √β, or as 1 − ηλ/(1 − β): some hundreds of independent rows along x.
      expect(found[axis]! / expected).toBeGreaterThan(0.8);
      expect(found[axis]! / expected).toBeLessThan(1.2);
    }
  });
});
