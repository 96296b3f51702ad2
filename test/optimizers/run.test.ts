import { expect, test } from 'vitest';
import { optimize } from '../../src/jobs/optimize.ts';
import type { OptimizeSpec } from '../../src/jobs/specs.ts';
import { ruleOf } from '../../src/optimizers/index.ts';
import { defaultsOf } from '../../src/params/spec.ts';

const bowl = {
  id: 'bowl',
  formula: 'x^2/anisotropy + y^2',
  params: { anisotropy: 20 },
  domain: [-10, 10, -10, 10],
} as const;
const rosenbrock = {
  id: 'rosenbrock',
  formula: '(1 - x)^2 + 100*(y - x^2)^2',
  params: {},
  domain: [-2, 2, -1, 3],
} as const;

const spec = (lr: number, steps: number, more: Partial<OptimizeSpec> = {}): OptimizeSpec => ({
  surface: bowl,
  optimizer: 'sgd',
  semantics: 'book',
  params: { lr },
  start: [-7, 2],
  steps,
  ...more,
});

const firstAbove = (f: Float64Array, level: number) => f.findIndex((value) => value > level);

test('the book run: 31 rows, inside the map, still running', () => {
  const record = optimize(spec(0.95, 30));
  expect(record).toMatchObject({ count: 31, steps: 30, status: 'running', divergedAt: null, leftAt: null });
  expect([record.x.length, record.f.length, record.g.length]).toEqual([62, 31, 62]);
  expect([...record.x.subarray(0, 2)]).toEqual([-7, 2]);
  // ∂f/∂x = x/10, ∂f/∂y = 2y: 2·(−7)/20 rounds to the nearest of −0.7.
  expect(record.g[0]).toBeCloseTo(-0.7, 15);
  expect(record.g[1]).toBe(4);
});

test('SGD at 1.02 passes the rim (f = 8) at step 9 and stays on the map; at 1.05 at step 3, and leaves it at step 17', () => {
  const slightly = optimize(spec(1.02, 30));
  expect(firstAbove(slightly.f, 8)).toBe(9);
  expect(slightly.leftAt).toBeNull();
  const more = optimize(spec(1.05, 30));
  expect(firstAbove(more.f, 8)).toBe(3);
  expect(more.leftAt).toBe(17);
  expect(more.status).toBe('running');
});

test('SGD at 1.1 leaves the map where 2·1.2ⁿ > 10, and diverges where 4·1.44ⁿ > 1e30', () => {
  const leaves = Math.ceil(Math.log(5) / Math.log(1.2));
  const diverges = Math.ceil(Math.log(1e30 / 4) / Math.log(1.44));
  const record = optimize(spec(1.1, 500));
  expect(record.leftAt).toBe(leaves);
  expect(record.divergedAt).toBe(diverges);
  expect(record).toMatchObject({ count: diverges, steps: 500, status: 'diverged' });
  expect([record.x.length, record.f.length, record.g.length]).toEqual([2 * diverges, diverges, 2 * diverges]);
  expect(record.f.every((value) => value <= 1e30)).toBe(true);
  expect(optimize(spec(1.1, diverges - 1)).status).toBe('running');
});

test('a run that overflows ends before its first point that is not finite, state columns too', () => {
  const rule = ruleOf('momentum', 'torch');
  const record = optimize(
    spec(0, 200, {
      surface: rosenbrock,
      optimizer: 'momentum',
      semantics: 'torch',
      params: { ...defaultsOf(rule.params), lr: 0.01 },
      start: [-1.2, 1],
    }),
  );
  expect(record.status).toBe('diverged');
  expect(record.divergedAt).toBe(record.count);
  expect(record.count).toBeLessThan(200);
  expect(record.state.b).toHaveLength(2 * record.count);
  expect([...record.x, ...record.f].every(Number.isFinite)).toBe(true);
});

test('a formula without a value at the start leaves an empty record, diverged at 0', () => {
  const surface = { id: 'own', formula: 'log(x) + y', params: {}, domain: null };
  const record = optimize(spec(0.1, 5, { surface, start: [-1, 0] }));
  expect(record).toMatchObject({ count: 0, status: 'diverged', divergedAt: 0, leftAt: null });
  expect(record.x).toHaveLength(0);
});

test('‖∇f‖ < 1e-8 at the last point, and nothing else, is convergence', () => {
  // y dies at once at lr .5; x/10 = .7·.95ⁿ falls below 1e-8 at n = 353.
  const steps = Math.ceil(Math.log(1e-8 / 0.7) / Math.log(0.95));
  expect(optimize(spec(0.5, steps)).status).toBe('converged');
  expect(optimize(spec(0.5, steps - 1)).status).toBe('running');
});

test('leftAt: the start counts, the border does not, and without a domain nothing does', () => {
  expect(optimize(spec(0.1, 3, { start: [-11, 0] })).leftAt).toBe(0);
  expect(optimize(spec(0.1, 3, { start: [-10, 10] })).leftAt).toBeNull();
  expect(optimize(spec(1.1, 30, { surface: { ...bowl, domain: null } })).leftAt).toBeNull();
});

test('no updates: the start alone', () => {
  expect(optimize(spec(0.1, 0))).toMatchObject({ count: 1, steps: 0, status: 'running' });
});

test("momentum's memory stands in the record: b₁ = g₀, b₂ = .9b₁ + g₁", () => {
  const params = { ...defaultsOf(ruleOf('momentum', 'torch').params), lr: 0.1 };
  const { state, g } = optimize(spec(0, 2, { optimizer: 'momentum', semantics: 'torch', params }));
  const b = state.b!;
  expect([...b.subarray(0, 2)]).toEqual([0, 0]);
  expect([...b.subarray(2, 4)]).toEqual([...g.subarray(0, 2)]);
  expect([...b.subarray(4, 6)]).toEqual([0.9 * b[2]! + g[2]!, 0.9 * b[3]! + g[3]!]);
});

test('what is missing is named', () => {
  expect(() => optimize(spec(0.1, 1, { params: {} }))).toThrow('lr');
  expect(() => optimize(spec(0.1, 1, { optimizer: 'lion' }))).toThrow(/lion.*book.*paper/);
  expect(() => optimize(spec(0.1, 1, { optimizer: 'lamb' }))).toThrow(/lamb.*sgd, momentum/);
});
