import { afterEach, describe, expect, test } from 'vitest';
import { NODE_MODES, openDevice, type Device, type DeviceOptions } from '../../src/gpu/device.ts';
import { SWARM_CELLS, SWARM_OUTPUT, swarmKernelOf } from '../../src/gpu/swarmKernel.ts';
import { createMainRunner } from '../../src/jobs/mainRunner.ts';
import { swarmStarts } from '../../src/jobs/starts.ts';
import { swarm, swarmFloat64 } from '../../src/jobs/swarm.ts';
import { ruleOf } from '../../src/optimizers/index.ts';
import { deviations, largestOf, swarmSpec } from '../gpu/specs.ts';
import { tampered } from '../gpu/tampered.ts';

/* Swarms that one kernel cannot hold, and such as do not fill it. */

let device: Device | null = null;
afterEach(() => device?.close());

async function open(options: Partial<DeviceOptions>): Promise<Device> {
  device = await openDevice({ modes: NODE_MODES, thread: 'node', ...options });
  return device;
}

const flock = (count: number) => swarmSpec('bowl', 'adam', 'torch', { lr: 0.01 }, { count, step: 20 });
/** Relative to the domain's half side, 10, as in test/gpu/swarmKernel.test.ts. */
const bounds = { cpu: 1e-6, webasm: 5e-6, float64: 0 } as const;

describe.each(['cpu', 'webasm', 'float64'] as const)('on %s', (override) => {
  test('two kernels and seven particles (seed 1): each particle from its own start, at its own place', async () => {
    const opened = await open({ override });
    const spec = flock(2 * SWARM_CELLS + 7);
    const { positions, backend } = await swarm(spec, opened);
    expect(backend).toBe(override);
    expect(positions.length).toBe(4 * spec.count);
    const exact = swarmFloat64(spec);
    expect(largestOf(deviations(positions, exact, [0, 1, 2, 3], 10))).toBeLessThanOrEqual(bounds[override]);
    // Otherwise a kernel's part could stand for another one's.
    const last = exact.slice(-4);
    expect(largestOf(deviations(last, exact.slice(24, 28), [0, 1, 2, 3], 10))).toBeGreaterThan(0.01);
  });

  test('noisy, over three kernels (seed 1): particles beyond the first kernel have noise of their own', async () => {
    const opened = await open({ override });
    const disturbance = { noise: { sd: 2, batch: 1, seed: 1 }, inject: { step: 3, gradient: [1, 2] as const } };
    const spec = {
      ...swarmSpec('bowl', 'sgd', 'torch', { lr: 0.1 }, { count: 2 * SWARM_CELLS + 7, step: 20 }),
      disturbance,
    };
    const { positions } = await swarm(spec, opened);
    expect(largestOf(deviations(positions, swarmFloat64(spec), [0, 1, 2, 3], 10))).toBeLessThanOrEqual(
      bounds[override],
    );
  });

  test('any number of particles (seed 1), and none compiles anything after the first', async () => {
    const opened = await open({ override });
    await swarm(flock(64), opened);
    const built = opened.report().kernelsBuilt;
    expect(built).toBe(override === 'float64' ? 0 : 1);
    for (const count of [1, 63, 65, 256, SWARM_CELLS - 1, SWARM_CELLS, SWARM_CELLS + 1]) {
      const { positions } = await swarm(flock(count), opened);
      expect(positions.length).toBe(4 * count);
      const off = deviations(positions, swarmFloat64(flock(count)), [0, 1, 2, 3], 10);
      expect(largestOf(off), `${count}`).toBeLessThanOrEqual(bounds[override]);
    }
    expect(opened.report().kernelsBuilt).toBe(built);
  });
});

test.each(['cpu', 'webasm'] as const)('%s moves the rows in use and lets the others rest', async (override) => {
  const opened = await open({ override });
  const spec = flock(SWARM_CELLS);
  const { surface, params, step } = spec;
  const kernel = swarmKernelOf(surface.formula, Object.keys(surface.params), ruleOf('adam', 'torch'), 'adam torch');
  const starts = swarmStarts(spec);
  const [row] = SWARM_OUTPUT;
  const args = (count: number) => kernel.args(surface.params, params, starts.subarray(0, 2 * count), step);
  // All starts, but the rows of fewer particles: 129 take three rows.
  const used = [starts, ...args(2 * row + 1).slice(1)];
  const { data } = await opened.run({
    program: kernel.program,
    output: SWARM_OUTPUT,
    args: used,
    float64: () => new Float32Array(),
  });
  const at = (i: number) => [...data.subarray(4 * i, 4 * i + 4)];
  const start = (i: number) => [...starts.subarray(2 * i, 2 * i + 2)];
  const resting = Array.from({ length: SWARM_CELLS }, (_, i) => i).filter(
    (i) => JSON.stringify(at(i)) === JSON.stringify([...start(i), ...start(i)]),
  );
  expect(resting).toEqual(Array.from({ length: SWARM_CELLS - 3 * row }, (_, i) => 3 * row + i));
  expect(args(SWARM_CELLS)[3]).toBe(SWARM_OUTPUT[1]);
});

test('where a backend gives up on the way, the result names all that computed a part of it', async () => {
  let runs = 0;
  const load = () =>
    tampered({
      result(mode, source, value, i) {
        // The second kernel's worth, and every one after it.
        if (mode === 'webasm' && source.includes('starts') && i === 0 && ++runs > 1) throw new Error('out of memory');
        return value;
      },
    });
  const opened = await open({ override: 'webasm', load });
  const spec = flock(2 * SWARM_CELLS + 7);
  const { positions, backend } = await swarm(spec, opened);
  expect(backend).toBe('webasm + cpu');
  expect(opened.report().incidents).toEqual(['webasm: a swarm kernel failed: out of memory']);
  expect(largestOf(deviations(positions, swarmFloat64(spec), [0, 1, 2, 3], 10))).toBeLessThanOrEqual(bounds.webasm);
  expect((await swarm(spec, opened)).backend).toBe('cpu');
});

test('without a worker, in slices: to the bit', async () => {
  const spec = flock(100);
  const { positions, backend } = await createMainRunner('', undefined).swarm(spec, new AbortController().signal);
  expect(backend).toBe('float64');
  expect(positions).toEqual(swarmFloat64(spec));
});
