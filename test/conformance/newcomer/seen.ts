/*
 * Not a test here: test/conformance/newcomer.test.ts copies it, as seen.test.ts, into a checkout that has the recipe's
 * AdaBelief (adabelief.ts), and runs it there.
 */
import { expect, test } from 'vitest';
import { NODE_MODES, openDevice } from '../../../src/gpu/device.ts';
import { optimize } from '../../../src/jobs/optimize.ts';
import { swarm, swarmFloat64 } from '../../../src/jobs/swarm.ts';
import { createLabStore } from '../../../src/state/store.ts';
import { toggleRun } from '../../../src/state/actions.ts';
import { decode, encode } from '../../../src/state/url.ts';
import { rowsOf } from '../../../scenes/optimizers/panel/rows.ts';
import { deviations, largestOf, swarmSpec } from '../../gpu/specs.ts';

test('seen in the panel: offered, and with a row for each of its parameters once it runs', () => {
  const store = createLabStore();
  expect(store.get().state.runs.find(({ id }) => id === 'adabelief')).toMatchObject({
    name: 'AdaBelief',
    enabled: false,
  });
  expect(toggleRun(store, 'adabelief', true)).toBe(true);
  store.update({ selected: 'adabelief' });
  const keys = rowsOf(store.get()).map(({ key }) => key);
  for (const name of ['beta1', 'beta2', 'eps']) expect(keys).toContain(`selected-adabelief-${name}`);
});

test('seen in links, there and back', () => {
  const { overrides, notices } = decode('#v=1&o=adabelief;lr:0.1;beta2:0.9');
  expect(notices).toEqual([]);
  expect(overrides.runs).toEqual({ adabelief: { enabled: true, params: { lr: 0.1, beta2: 0.9 } } });
  expect(encode(overrides)).toBe('v=1&o=adabelief;lr:0.1;beta2:0.9');
  expect(decode('#v=1&o=adabelief;beta1:1').notices).toHaveLength(1);
});

test('seen in the swarm: its kernel on webasm moves 64 starts (seed 1) as float64 does', async () => {
  const spec = swarmSpec('bowl', 'adabelief', 'paper', { lr: 0.01 }, { count: 64, step: 100 });
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
  const record = optimize({ ...swarmSpec('bowl', 'adabelief', 'paper', { lr: 0.1 }), steps: 20 });
  expect(Object.keys(record.state)).toEqual(['m', 's']);
  expect(record.count).toBe(21);
});
