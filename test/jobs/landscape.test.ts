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

test('a landscape is filled from coarse to fine, says by whom and how far from float64', async () => {
  const strides: number[] = [];
  const { fill } = openLandscapes(null);
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
  const { fill } = openLandscapes(counting);
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
  const { fill } = openLandscapes(failing);
  const result = await fill(spec, problem.samples, { pause });
  expect(result.backend).toBe('simd');
  expect(largest(result.loss)).toBeLessThan(1e-5);
  await fill(spec, problem.samples, { pause });
  expect(runs).toBe(1);
});

test('a kernel that is faster computes the rest, and shares of a grid are filled apart', async () => {
  // Answers at once that every sample adds nothing: M = 0, r = 0.
  const instant = {
    run: ({ output: [count, points] }: { output: [number, number] }) =>
      Promise.resolve({ data: new Float32Array(4 * count * points), backend: 'webgl2' }),
  } as unknown as Device;
  const { fill } = openLandscapes(instant);
  const { samples } = problem;
  const eightTimes = (values: Float64Array) =>
    Float64Array.from({ length: 8 * values.length }, (_, i) => values[i % values.length]!);
  const many = { ...samples, count: 8 * samples.count, x: eightTimes(samples.x), targets: eightTimes(samples.targets) };
  const result = await fill({ ...spec, size: 129 }, many, { pause, share: [1, 2] });
  expect(result.backend).toBe('gpu');
  expect(result.deviation).toBe(1);
  // Points 1, 3, 5 … of the order are this share's: the first is another's.
  expect(result.loss[0]).toBeNaN();
  expect(result.loss[8]).toBeGreaterThan(0);
  expect(result.loss.filter((value) => value === 0).length).toBeGreaterThan(6000);
});

test('who no longer wants it ends it', async () => {
  let pauses = 0;
  const { fill } = openLandscapes(null);
  const gone = () => (++pauses > 2 ? Promise.reject(new Error('not wanted')) : Promise.resolve());
  await expect(fill({ ...spec, size: 1025 }, problem.samples, { pause: gone })).rejects.toThrow('not wanted');
  expect(pauses).toBe(3);
});
