import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NODE_MODES, openDevice, type Device } from '../../src/gpu/device.ts';
import { swarmKernelOf } from '../../src/gpu/swarmKernel.ts';
import { optimize } from '../../src/jobs/optimize.ts';
import { swarmStarts } from '../../src/jobs/starts.ts';
import { swarm, swarmFloat64 } from '../../src/jobs/swarm.ts';
import { ruledOptimizerIds, ruleOf, semanticsOf } from '../../src/optimizers/index.ts';
import { ownIdOf } from '../../src/optimizers/own/index.ts';
import { deviations, largestOf, medianOf, swarmSpec } from './specs.ts';

const rules = ruledOptimizerIds.flatMap((id) => semanticsOf(id).map((semantics) => ({ id, semantics })));

/**
 * Rates at which 200 updates on the bowl are still under way, so that rounding is carried on and not magnified: an
 * adaptive rule that hovers at the minimum divides noise by noise, and Lion's sign of noise is ±1.
 */
const rates: Readonly<Record<string, number>> = {
  adadelta: 1,
  adagrad: 0.3,
  lion: 0.005,
  sgd: 0.1,
  polyak: 0.1,
  dog: 1,
  prodigy: 0.3,
};
/** Their rates hang on every digit before them: noise parts two roundings of them soon, so that it is shown over fewer updates. */
const touchy: Readonly<Record<string, number>> = { 'barzilai-borwein': 3, polyak: 8, prodigy: 20 };
const rateOf = (id: string): number => rates[id] ?? 0.01;

/** Relative to the domain's half side, 10. One rounding a step is 6e-8; measured medians 2e-7 and at most 1e-6 over all rules. */
const bounds = { cpu: { median: 1e-7, most: 1e-6 }, webasm: { median: 1e-6, most: 5e-6 } } as const;

/** Names that the kernel uses itself, and words of the languages that it becomes. */
const hostile = ownIdOf(
  'g = gradient(x + 0.01*starts/sqrt(1 + sum(starts^2))); decay = 0.9; last = 1; last = last*decay; starts = starts + 0.1*(g - starts);' +
    'rows = max(abs(starts), 0.5*rows); sum1 = 0.5; d0 = rows + 1; float = sign(starts)/d0;' +
    'x -= lr*(1 - last)*(starts + 0.1*float)*(1 + 1e-3*f/sqrt(1 + sum(rows^2 + sum1)))',
);

describe.each(['cpu', 'webasm'] as const)('swarm kernels on %s', (override) => {
  let device: Device;
  beforeAll(async () => {
    device = await openDevice({ modes: NODE_MODES, thread: 'node', override });
  });
  afterAll(() => device.close());

  test.each(rules)('$id ($semantics): 256 starts (seed 1) after 200 and 201 updates as in float64', async (rule) => {
    const spec = swarmSpec('bowl', rule.id, rule.semantics, { lr: rateOf(rule.id) });
    const { positions, backend } = await swarm(spec, device);
    expect(backend).toBe(override);
    const exact = swarmFloat64(spec);
    // Otherwise the agreement would say nothing.
    expect(largestOf(deviations(exact, swarmFloat64({ ...spec, step: 0 }), [0, 1, 2, 3], 10))).toBeGreaterThan(0.01);
    const off = deviations(positions, exact, [0, 1, 2, 3], 10);
    expect(medianOf(off)).toBeLessThanOrEqual(bounds[override].median);
    expect(largestOf(off)).toBeLessThanOrEqual(bounds[override].most);
  });

  test('a rule of one’s own with hostile names: 256 starts (seed 1) after 200 and 201 updates as in float64', async () => {
    const spec = swarmSpec('bowl', hostile, 'own', { lr: 0.02 });
    const { positions, backend } = await swarm(spec, device);
    expect(backend).toBe(override);
    const exact = swarmFloat64(spec);
    expect(largestOf(deviations(exact, swarmFloat64({ ...spec, step: 0 }), [0, 1, 2, 3], 10))).toBeGreaterThan(0.01);
    expect(medianOf(deviations(positions, exact, [0, 1, 2, 3], 10))).toBeLessThanOrEqual(bounds[override].median);
  });

  test.each(rules)('$id ($semantics): particle 0 follows the float64 path', async (rule) => {
    const spec = swarmSpec('bowl', rule.id, rule.semantics, { lr: rateOf(rule.id) }, { count: 4 });
    const path = optimize({ ...spec, steps: 201 });
    for (const step of [0, 1, 7, 200]) {
      const { positions } = await swarm({ ...spec, step }, device);
      for (let k = 0; k < 4; k++) {
        const off = Math.abs((positions[k] ?? NaN) - (path.x[2 * step + k] ?? NaN)) / 10;
        expect(off).toBeLessThanOrEqual(bounds[override].most);
      }
    }
  });

  // Barzilai–Borwein has come to rest by then, and its lr is the first step's.
  test.each(rules.filter(({ id }) => id !== 'barzilai-borwein'))(
    '$id ($semantics), disturbed: lr on half a cosine, × 0.3 from update 20, a gradient injected at 10 (seed 1)',
    async (rule) => {
      const schedule = { kind: 'cosine', over: 60, factor: 0.5 } as const;
      const lrChange = { step: 20, factor: 0.3 } as const;
      const disturbance = { inject: { step: 10, gradient: [3, -2] }, lrChange, schedule } as const;
      const spec = {
        ...swarmSpec('bowl', rule.id, rule.semantics, { lr: rateOf(rule.id) }, { step: 40 }),
        disturbance,
      };
      const { positions } = await swarm(spec, device);
      const exact = swarmFloat64(spec);
      const { disturbance: _, ...plain } = spec;
      expect(largestOf(deviations(exact, swarmFloat64(plain), [0, 1, 2, 3], 10))).toBeGreaterThan(1e-4);
      const path = optimize({ ...spec, steps: 41 });
      // One rounding to float32 of numbers below 10.
      for (let k = 0; k < 4; k++) expect(Math.abs(exact[k]! - path.x[80 + k]!)).toBeLessThan(1e-6);
      expect(largestOf(deviations(positions, exact, [0, 1, 2, 3], 10))).toBeLessThanOrEqual(bounds[override].most);
    },
  );

  test.each(rules)('$id ($semantics), noisy: each particle its own noise, that of float64 (seed 1)', async (rule) => {
    const disturbance = { noise: { sd: 0.5, batch: 4, seed: 3 } };
    const step = touchy[rule.id] ?? 40;
    const spec = { ...swarmSpec('bowl', rule.id, rule.semantics, { lr: rateOf(rule.id) }, { step }), disturbance };
    const { positions, backend } = await swarm(spec, device);
    expect(backend).toBe(override);
    const exact = swarmFloat64(spec);
    const { disturbance: _, ...plain } = spec;
    expect(largestOf(deviations(exact, swarmFloat64(plain), [0, 1, 2, 3], 10))).toBeGreaterThan(1e-4);
    const path = optimize({ ...spec, steps: step + 1 });
    for (let k = 0; k < 4; k++) expect(Math.abs(exact[k]! - path.x[2 * step + k]!)).toBeLessThan(1e-6);
    const off = deviations(positions, exact, [0, 1, 2, 3], 10);
    // A sign that noise turns about where it is all but 0 is Lion's whole step; a change of the gradient that is all but 0, Barzilai–Borwein's.
    expect(['lion', 'barzilai-borwein'].includes(rule.id) ? medianOf(off) : largestOf(off)).toBeLessThanOrEqual(
      bounds[override].most,
    );
  });

  test('a long run: 1,999 updates, beyond the 1,000 at which gpu.js stops a loop by default (seed 1)', async () => {
    const spec = swarmSpec('bowl', 'sgd', 'torch', { lr: 0.001 }, { step: 1999 });
    const { positions } = await swarm(spec, device);
    const off = deviations(positions, swarmFloat64(spec), [0, 1, 2, 3], 10);
    // 2,000 roundings of 6e-8 that mostly cancel.
    expect(largestOf(off)).toBeLessThanOrEqual(2e-5);
  });
});

test('a transcendental surface: Adam on two Gaussians on webasm (seed 1)', async () => {
  const device = await openDevice({ modes: NODE_MODES, thread: 'node', override: 'webasm' });
  const spec = swarmSpec('two-gaussians', 'adam', 'torch', { lr: 0.01 }, { step: 60 });
  const { positions } = await swarm(spec, device);
  const off = deviations(positions, swarmFloat64(spec), [0, 1, 2, 3], 2);
  // Between the pits neighbours part, so the far tail is looser than the median.
  expect(medianOf(off)).toBeLessThanOrEqual(1e-6);
  expect(largestOf(off)).toBeLessThanOrEqual(1e-3);
  device.close();
});

describe('the source', () => {
  const formula = 'x^2/anisotropy + y^2';
  const kernel = swarmKernelOf(formula, ['anisotropy'], ruleOf('adam', 'torch'), 'adam torch');
  const adam = { lr: 0.25, beta1: 0.75, beta2: 0.5, eps: 1e-8, weight_decay: 0.125 };
  const starts = Float32Array.of(1, 2);

  test('depends on formula and rule alone; every number is an argument', () => {
    expect(swarmKernelOf(formula, ['anisotropy'], ruleOf('adam', 'torch'), 'adam torch')).toBe(kernel);
    // The derivative's 2 and the variables' zeros; nothing of 0.25, 0.75, … below.
    expect(new Set(kernel.program.source.match(/\d+\.\d+/g))).toEqual(new Set(['0.0', '2.0']));
  });

  test('is handed 1 − β and the like from float64, and the bias corrections as a table', () => {
    const [, table, updates, rows, ...numbers] = kernel.args({ anisotropy: 4 }, adam, starts, 6);
    expect([updates, rows]).toEqual([7, 1]);
    expect(numbers).toEqual([0.25, 0.125, 0.25, 0.5, 0.5, 1e-8]);
    expect(table).toBeInstanceOf(Float32Array);
    // Row t: lr/(1 − β₁ᵗ), 1/√(1 − β₂ᵗ).
    const third = [...(table as Float32Array).subarray(4, 6)];
    expect(third).toEqual([Math.fround(0.25 / (1 - 0.75 ** 3)), Math.fround(1 / Math.sqrt(1 - 0.5 ** 3))]);
  });

  test('gets a table of one size for all runs of the page', () => {
    const sizes = [0, 1, 299, 1999].map(
      (step) => (kernel.args({ anisotropy: 4 }, adam, starts, step)[1] as Float32Array).length,
    );
    expect(new Set(sizes)).toEqual(new Set([2 * 2048]));
  });
});

test('starts: particle 0 at the start, the others inside the domain where f ≤ below (seed 7)', () => {
  const spec = swarmSpec('bowl', 'sgd', 'torch', {}, { count: 4096, seed: 7 });
  const starts = swarmStarts(spec);
  expect([...starts.subarray(0, 2)]).toEqual([-7, 2]);
  let sum = 0;
  for (let i = 1; i < spec.count; i++) {
    const x = starts[2 * i] ?? NaN;
    const y = starts[2 * i + 1] ?? NaN;
    // 28 % of the domain lies below the cut: 64 draws fail once in 10⁹.
    expect(x ** 2 / 20 + y ** 2).toBeLessThanOrEqual(spec.below + 1e-6);
    expect(Math.abs(x)).toBeLessThanOrEqual(10);
    sum += y ** 2;
  }
  // The mean of 4,095 squares has a standard error of 0.035.
  expect(Math.abs(sum / (spec.count - 1) - meanSquare())).toBeLessThan(0.1);
  expect(swarmStarts({ ...spec, seed: 8 })).not.toEqual(starts);
  expect(swarmStarts({ ...spec })).toBe(starts);
});

/** E[y²] over |x| ≤ 10, x²/20 + y² ≤ 8 by the midpoint rule: ∫ (2/3)h³ dx / ∫ 2h dx with h = √(8 − x²/20). */
function meanSquare(): number {
  let cubes = 0;
  let area = 0;
  for (let x = -9.99; x < 10; x += 0.02) {
    const h = Math.sqrt(8 - x ** 2 / 20);
    cubes += (2 / 3) * h ** 3;
    area += 2 * h;
  }
  return cubes / area;
}

test('starts where nothing lies below: the last draw stands, inside the domain (seed 1)', () => {
  const spec = swarmSpec('sphere', 'sgd', 'torch', {}, { count: 64, below: -1 });
  const [x0, x1] = spec.surface.domain;
  for (const value of swarmStarts(spec).subarray(2)) {
    expect(value).toBeGreaterThanOrEqual(x0);
    expect(value).toBeLessThanOrEqual(x1);
  }
});
