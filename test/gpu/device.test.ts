import { afterEach, describe, expect, test } from 'vitest';
import { NODE_MODES, openDevice, type Device, type DeviceOptions } from '../../src/gpu/device.ts';
import { loadGpu } from '../../src/gpu/library.ts';
import { grid, gridFloat64 } from '../../src/jobs/grid.ts';
import { swarm } from '../../src/jobs/swarm.ts';
import { surfaceSpec, swarmSpec } from './specs.ts';
import { tampered } from './tampered.ts';

let device: Device | null = null;
afterEach(() => device?.close());

async function open(options: Partial<DeviceOptions> = {}): Promise<Device> {
  device = await openDevice({ modes: NODE_MODES, thread: 'node', ...options });
  return device;
}

const spec = { surface: surfaceSpec('bowl'), size: 16 };

describe('what is available', () => {
  test('in Node: cpu and webasm, both as exact as float32 is, and float64', async () => {
    const { backends, kernelsBuilt, thread, incidents } = (await open()).report();
    expect(backends.map(({ id, available }) => [id, available])).toEqual([
      ['webasm', true],
      ['cpu', true],
      ['float64', true],
    ]);
    for (const { id, deviation } of backends.slice(0, 2)) {
      // f32 rounding, 6e-8 an operation; zero would mean that nothing was compared.
      for (const [name, off] of Object.entries(deviation)) {
        if (name === 'counting') {
          expect(off).toBe(0);
          continue;
        }
        expect(off, `${id} ${name}`).toBeGreaterThan(1e-8);
        expect(off, `${id} ${name}`).toBeLessThan(1e-6);
      }
    }
    expect({ kernelsBuilt, thread, incidents }).toEqual({ kernelsBuilt: 0, thread: 'node', incidents: [] });
  });

  test('webgl2 says why it is not to be had in Node', async () => {
    const { backends } = (await open({ modes: ['webgl2', 'webasm'] })).report();
    expect(backends[0]).toEqual({
      id: 'webgl2',
      available: false,
      deviation: {},
      reason: 'there is no OffscreenCanvas here',
    });
  });

  test('a backend with half-float arithmetic is refused, with its deviation as the reason', async () => {
    const half = (value: number) => Math.round(value * 1024) / 1024;
    const load = () => tampered({ result: (mode, _, value) => (mode === 'webasm' ? half(value) : value) });
    const opened = await open({ load });
    const [webasm] = opened.report().backends;
    expect(webasm?.available).toBe(false);
    expect(webasm?.reason).toMatch(/^arithmetic is off by [\d.]+e-[34] \(allowed: 0.00001\)/);
    expect((await grid(spec, opened)).backend).toBe('cpu');
    expect(opened.report().chosen.surface?.why).toBe('only');
  });

  test('a backend that miscounts is not used for noise, says why, and keeps the rest', async () => {
    const load = () =>
      tampered({
        // Column 0 of the self-test: in its third row the remainders, which are whole numbers.
        result: (mode, source, value, i) =>
          value + (mode === 'webasm' && source.includes('us[') && i % 4 === 0 && value > 200 ? 1 : 0),
      });
    const opened = await open({ load });
    const [webasm] = opened.report().backends;
    expect(webasm?.available).toBe(true);
    expect(webasm?.reason).toBe('counting is off by 1.0e+0 (allowed: 0)');
    const flock = swarmSpec('bowl', 'sgd', 'torch', {}, { count: 64, step: 3 });
    const noisy = { ...flock, disturbance: { noise: { sd: 1, batch: 1, seed: 1 } } };
    expect((await swarm(noisy, opened)).backend).toBe('cpu');
    expect(opened.report().chosen.swarm?.why).toBe('only');
  });

  test('bad trigonometry costs a backend the kernels that use it and no others', async () => {
    const load = () =>
      tampered({
        // Column 1 of the self-test, whose arrays are `us` and `vs`, is trigonometry.
        result: (mode, source, value, i) =>
          value + (mode === 'webasm' && source.includes('us[') && i % 4 === 1 ? 0.01 : 0),
      });
    const opened = await open({ load });
    const [webasm] = opened.report().backends;
    expect(webasm).toMatchObject({ available: true, reason: 'trigonometry is off by 1.0e-2 (allowed: 0.001)' });
    expect((await grid({ ...spec, surface: surfaceSpec('rastrigin') }, opened)).backend).toBe('cpu');
    expect(opened.report().chosen.surface?.why).toBe('only');
    await grid(spec, opened);
    expect(opened.report().chosen.surface?.candidates).toHaveLength(2);
  });

  test('a kernel that a backend cannot build runs on the next one; it is not tried again', async () => {
    const load = () =>
      tampered({
        build(mode, source) {
          if (mode === 'webasm' && source.includes('x0')) throw new Error('the driver gave up');
        },
      });
    const opened = await open({ load });
    expect((await grid(spec, opened)).backend).toBe('cpu');
    expect((await grid(spec, opened)).backend).toBe('cpu');
    expect(opened.report().incidents).toEqual(['webasm: a surface kernel failed: the driver gave up']);
    expect(opened.report().backends[0]?.available).toBe(true);
  });

  test('without gpu.js everything runs in float64, and the report says why', async () => {
    const opened = await open({ load: () => Promise.reject(new Error('offline')) });
    const result = await grid(spec, opened);
    expect(result.backend).toBe('float64');
    expect(result.texels).toEqual(gridFloat64(spec));
    expect(opened.report().incidents).toEqual(['gpu.js could not be loaded: offline']);
    expect(opened.report().chosen.surface).toMatchObject({ backend: 'float64', why: 'only' });
  });
});

describe('which one runs', () => {
  test('the fastest of those measured, once for each kind of kernel', async () => {
    const opened = await open();
    await grid({ ...spec, size: 256 }, opened);
    const { surface, swarm: none } = opened.report().chosen;
    expect(none).toBeNull();
    expect(surface?.why).toBe('measured');
    const times = surface?.candidates.map(({ milliseconds }) => milliseconds) ?? [];
    expect(times).toHaveLength(2);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(surface?.backend).toBe(surface?.candidates[0]?.backend);
    expect(opened.report().kernelsBuilt).toBe(2);
    // A second formula of the same sort is built on the chosen backend only.
    await grid({ ...spec, size: 256, surface: surfaceSpec('beale') }, opened);
    expect(opened.report().kernelsBuilt).toBe(3);
  });

  test.each(['webasm', 'cpu', 'float64'])('the override %s is obeyed', async (override) => {
    const opened = await open({ override });
    expect((await grid(spec, opened)).backend).toBe(override);
    expect(opened.report().override).toEqual({ asked: override, honoured: true });
    expect(opened.report().chosen.surface).toMatchObject({ backend: override, why: 'override', candidates: [] });
  });

  test('an override that is not to be had is reported, and the best of the rest runs', async () => {
    const opened = await open({ override: 'webgl2', modes: ['webgl2', 'webasm'] });
    expect((await grid(spec, opened)).backend).toBe('webasm');
    expect(opened.report().override).toEqual({
      asked: 'webgl2',
      honoured: false,
      reason: 'there is no OffscreenCanvas here',
    });
    expect(opened.report().chosen.surface?.why).toBe('override-unavailable');
  });

  test('an override that does not exist is reported', async () => {
    const opened = await open({ override: 'abacus' });
    expect(opened.report().override).toEqual({
      asked: 'abacus',
      honoured: false,
      reason: 'there is no such backend here',
    });
  });
});

test('moving every number of a swarm or a surface compiles nothing', async () => {
  const opened = await open();
  const first = swarmSpec('bowl', 'adam', 'torch', {}, { step: 0 });
  await swarm(first, opened);
  await grid({ surface: first.surface, size: 32 }, opened);
  const built = opened.report().kernelsBuilt;
  expect(built).toBe(4); // each on both backends, to be measured
  for (let step = 0; step <= 2000; step += 250) await swarm({ ...first, step }, opened);
  for (const name of Object.keys(first.params)) {
    await swarm({ ...first, params: { ...first.params, [name]: 0.5 } }, opened);
  }
  for (const anisotropy of [1, 2.5, 100]) {
    const surface = { ...first.surface, params: { anisotropy }, domain: [-1, anisotropy, -3, 3] as const };
    await swarm({ ...first, surface, below: anisotropy, seed: 3, start: [0.5, 0.5] }, opened);
    await grid({ surface, size: 32 }, opened);
  }
  expect(opened.report().kernelsBuilt).toBe(built);
  // The counter counts: another size is another kernel.
  await grid({ surface: first.surface, size: 33 }, opened);
  expect(opened.report().kernelsBuilt).toBe(built + 1);
});

test('gpu.js still has the private shapers that backend.ts replaces: without them results are cut up cell by cell', async () => {
  const Gpu = await loadGpu();
  const gpu = new Gpu({ mode: 'webasm' });
  const { kernel } = gpu.createKernel('function () { return [1.0, 2.0, 3.0, 4.0]; }', { output: [8] });
  expect(kernel._shapeOutput).toBeTypeOf('function');
  await gpu.destroy();
});
