import { expect, test } from 'vitest';
import { openDevice, type Device } from '../../src/gpu/device.ts';
import { openLandscapes } from '../../src/jobs/landscape.ts';
import { createGrid, type GridSpec } from '../../src/networks/landscape/grid.ts';
import { problemOf, torch } from '../networks/landscape/torch.ts';

const problem = problemOf(torch.landscapes[0]!);
const spec: GridSpec = { ...problem, alpha: [-1, 1], beta: [-1, 1], size: 65 };
const reference = createGrid(spec, problem.samples);
while (reference.step(0));
const largest = (loss: Float64Array) => Math.max(...loss.map((value, i) => Math.abs(value / reference.loss[i]! - 1)));
const pause = () => Promise.resolve();
const none = () => Promise.resolve(null);
/** So many that a kernel that answers at once is the faster. */
const { samples } = problem;
const eightTimes = (values: Float64Array) =>
  Float64Array.from({ length: 8 * values.length }, (_, i) => values[i % values.length]!);
const many = { ...samples, count: 8 * samples.count, x: eightTimes(samples.x), targets: eightTimes(samples.targets) };

test('a landscape is filled from coarse to fine, says by whom and how far from float64', async () => {
  const strides: number[] = [];
  const { fill } = openLandscapes(none);
  const result = await fill(spec, problem.samples, { pause, onStride: ({ stride }) => void strides.push(stride) });
  expect(strides.at(-1)).toBe(1);
  expect(strides).toEqual(strides.toSorted((a, b) => b - a));
  expect(result).toMatchObject({ backend: 'simd', candidates: [] });
  expect(largest(result.loss)).toBeLessThan(1e-5);
  expect(result.deviation).toBeGreaterThan(0);
  expect(result.deviation).toBeLessThan(1e-5);
});

test('with a device the faster is chosen by measurement, once for each kind of net', async () => {
  const device = await openDevice({ modes: ['webasm'], thread: 'node' });
  let runs = 0;
  const counting: Device = { ...device, run: (request) => (runs++, device.run(request)) };
  const { fill } = openLandscapes(() => Promise.resolve(counting), { worth: 0 });
  const first = await fill(spec, problem.samples, { pause });
  expect(largest(first.loss)).toBeLessThan(1e-5);
  expect(first.candidates.map(({ backend }) => backend).toSorted()).toEqual(['gpu', 'simd']);
  const [a, b] = first.candidates;
  expect(first.backend).toBe(a!.backend);
  expect(a!.millisecondsPerPoint).toBeLessThanOrEqual(b!.millisecondsPerPoint);
  runs = 0;
  const second = await fill(spec, problem.samples, { pause });
  expect(second.candidates).toEqual(first.candidates);
  expect(runs > 0).toBe(first.backend === 'gpu');
  device.close();
});

test('a kernel that fails is asked once, and nothing is missing', async () => {
  let runs = 0;
  const failing = {
    run: () => {
      runs++;
      return Promise.reject(new Error('the context was lost'));
    },
  } as unknown as Device;
  const { fill } = openLandscapes(() => Promise.resolve(failing), { worth: 0 });
  const result = await fill({ ...spec, size: 129 }, many, { pause });
  expect(result.backend).toBe('simd');
  expect(result.loss.some(Number.isNaN)).toBe(false);
  expect(result.deviation).toBeLessThan(1e-5);
  await fill({ ...spec, size: 129 }, many, { pause });
  expect(runs).toBe(1);
});

test('a kernel that is faster computes the rest, and shares of a grid are filled apart', async () => {
  // Answers at once that every sample adds nothing: M = 0, r = 0.
  const instant = {
    run: ({ output: [count, points] }: { output: [number, number] }) =>
      Promise.resolve({ data: new Float32Array(4 * count * points), backend: 'webgl2' }),
  } as unknown as Device;
  // A clock of its own: on a busy machine an answer at once may be measured as slow.
  let time = 0;
  const { fill } = openLandscapes(() => Promise.resolve(instant), { worth: 0, trust: 1, now: () => (time += 1) });
  const result = await fill({ ...spec, size: 129 }, many, { pause, share: [1, 2] });
  expect(result.backend).toBe('gpu');
  expect(result.deviation).toBe(1);
  // Points 1, 3, 5 … of the order are this share's: the first is another's.
  expect(result.loss[0]).toBeNaN();
  expect(result.loss[8]).toBeGreaterThan(0);
  expect(result.loss.filter((value) => value === 0).length).toBeGreaterThan(6000);
});

test('a kernel that is faster and wrong computes nothing', async () => {
  const wrong = {
    run: ({ output: [count, points] }: { output: [number, number] }) =>
      Promise.resolve({ data: new Float32Array(4 * count * points), backend: 'webgl2' }),
  } as unknown as Device;
  const { fill } = openLandscapes(() => Promise.resolve(wrong), { worth: 0 });
  const result = await fill(spec, problem.samples, { pause });
  expect(result).toMatchObject({ backend: 'simd' });
  expect(result.deviation).toBeLessThan(1e-5);
  expect(largest(result.loss)).toBeLessThan(1e-5);
});

test('who no longer wants it ends it', async () => {
  let pauses = 0;
  const { fill } = openLandscapes(none);
  const gone = () => (++pauses > 2 ? Promise.reject(new Error('not wanted')) : Promise.resolve());
  await expect(fill({ ...spec, size: 1025 }, problem.samples, { pause: gone })).rejects.toThrow('not wanted');
  expect(pauses).toBe(3);
});

test('a device that is lost while it is compared with float64 takes no landscape with it', async () => {
  let compared = 0;
  // Only the comparison begins at the corner, which the coarse picture has long had.
  const losing = {
    run: ({ output: [count, points], args }: { output: [number, number]; args: readonly Float32Array[] }) => {
      const [c0, c1, c2] = args[1]!;
      if (c1 !== -c0! || c2 !== -c0!)
        return Promise.resolve({ data: new Float32Array(4 * count * points), backend: 'webgl2' });
      compared++;
      return Promise.reject(new Error('the context was lost'));
    },
  } as unknown as Device;
  const { fill } = openLandscapes(() => Promise.resolve(losing), { worth: 0 });
  const result = await fill({ ...spec, size: 129 }, many, { pause });
  expect(compared).toBe(1);
  expect(result.backend).toBe('simd');
  expect(result.loss.some(Number.isNaN)).toBe(false);
});

test('nobody opens a device for a landscape that is there at once', async () => {
  let asked = 0;
  const { fill } = openLandscapes(() => (asked++, Promise.resolve(null)));
  const result = await fill(spec, problem.samples, { pause });
  expect(asked).toBe(0);
  expect(result.backend).toBe('simd');
});
