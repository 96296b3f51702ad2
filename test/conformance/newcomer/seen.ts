/*
 * Not a test here: test/conformance/newcomer.test.ts copies it, as seen.test.ts, into a checkout that has QHAdam,
 * and runs it there.
 */
import { expect, test } from 'vitest';
import { experiments } from '../../../src/experiments/bundled.ts';
import { experimentOn } from '../../../src/experiments/index.ts';
import { NODE_MODES, openDevice } from '../../../src/gpu/device.ts';
import { optimizeSpecsOf } from '../../../scenes/optimizers/state/specs.ts';
import { optimize } from '../../../src/jobs/optimize.ts';
import { swarm, swarmFloat64 } from '../../../src/jobs/swarm.ts';
import { resolve } from '../../../scenes/optimizers/state/rules.ts';
import { createLabStore } from '../../../scenes/optimizers/state/store.ts';
import { toggleRun } from '../../../scenes/optimizers/state/actions.ts';
import { decode, encode } from '../../../scenes/optimizers/state/url.ts';
import type { SurfaceId } from '../../../src/surfaces/index.ts';
import { objectiveFor } from '../../../src/surfaces/objective.ts';
import { sampleSurface } from '../../../src/surfaces/sampled.ts';
import { rowsOf } from '../../../scenes/optimizers/panel/rows.ts';
import { deviations, largestOf, swarmSpec } from '../../gpu/specs.ts';

test('seen in the panel: offered, and with a row for each of its parameters once it runs', () => {
  const store = createLabStore();
  expect(store.get().state.runs.find(({ id }) => id === 'qhadam')).toMatchObject({
    name: 'QHAdam',
    enabled: false,
  });
  expect(toggleRun(store, 'qhadam', true)).toBe(true);
  store.update({ selected: 'qhadam' });
  const keys = rowsOf(store.get()).map(({ key }) => key);
  for (const name of ['beta1', 'beta2', 'eps']) expect(keys).toContain(`selected-qhadam-${name}`);
});

test('seen in links, there and back', () => {
  const { overrides, notices } = decode('#v=1&o=qhadam;lr:0.1;beta2:0.9');
  expect(notices).toEqual([]);
  expect(overrides.runs).toEqual({ qhadam: { enabled: true, params: { lr: 0.1, beta2: 0.9 } } });
  expect(encode(overrides)).toBe('v=1&o=qhadam;lr:0.1;beta2:0.9');
  expect(decode('#v=1&o=qhadam;beta1:1').notices).toHaveLength(1);
});

test('seen in the swarm: its kernel on webasm moves 64 starts (seed 1) as float64 does', async () => {
  const spec = swarmSpec('bowl', 'qhadam', 'paper', { lr: 0.01 }, { count: 64, step: 100 });
  const device = await openDevice({ modes: NODE_MODES, thread: 'node', override: 'webasm' });
  const { positions, backend } = await swarm(spec, device);
  device.close();
  expect(backend).toBe('webasm');
  const exact = swarmFloat64(spec);
  expect(largestOf(deviations(exact, swarmFloat64({ ...spec, step: 0 }), [0, 1], 10))).toBeGreaterThan(0.01);
  // The bound of test/gpu/swarmKernel.test.ts for every rule.
  expect(largestOf(deviations(positions, exact, [0, 1, 2, 3], 10))).toBeLessThanOrEqual(5e-6);
});

test('runs, and all its memory is recorded', () => {
  const record = optimize({ ...swarmSpec('bowl', 'qhadam', 'paper', { lr: 0.1 }), steps: 20 });
  expect(Object.keys(record.state)).toEqual(['m', 'v']);
  expect(record.count).toBe(21);
});

/** Those that are made of the same two means. */
const neighbours = ['adam', 'amsgrad', 'adamw', 'adamax', 'nadam'];

/** Of the height between a surface's start and its floor, what is left after the experiment's updates, as the page runs it. */
function leftBy(surface: SurfaceId, optimizer: string): number {
  const { start, surface: def } = experimentOn(surface);
  const objective = objectiveFor(def);
  const floor = def.minima[0]?.f ?? Math.min(...sampleSurface(objective, def.domain).f);
  const off = Object.fromEntries(['sgd', 'momentum', 'adagrad', 'adam'].map((id) => [id, { enabled: false }]));
  const [spec] = optimizeSpecsOf(resolve({ surface, runs: { ...off, [optimizer]: { enabled: true } } }));
  return (optimize(spec!).f.at(-1)! - floor) / (objective.value(...start) - floor);
}

/*
 * QHAdam's file names no learning rate: trial runs find it. As far down as its neighbours, whose rates were measured, it comes within 1 % on
 * fifteen of the twenty-three surfaces; elsewhere one dimple more or less decides, or 1, 2, 5 · 10ᵏ is too coarse for a saddle. Hence: half of the
 * neighbours' way down everywhere (measured 0.55 on Ackley, 0.72 on Rastrigin, else above 0.76), and where they arrive, at most three
 * times what is left to them (measured 2.3) but for 2 ‰ of the height: rates whose ends differ by less are one to the search. On the three-hump
 * camel's back the minimum beside the lowest one holds it, which they run through.
 */
test.each(Object.keys(experiments) as SurfaceId[])('moves as well as its neighbours: %s', (surface) => {
  const median = neighbours.map((id) => leftBy(surface, id)).sort((a, b) => a - b)[2]!;
  const left = leftBy(surface, 'qhadam');
  expect(1 - left).toBeGreaterThan(0.5 * (1 - median));
  if (median < 0.01 && surface !== 'three-hump-camel') expect(left).toBeLessThan(3 * median + 0.002);
});
