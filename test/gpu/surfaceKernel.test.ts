import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NODE_MODES, openDevice, type Device } from '../../src/gpu/device.ts';
import { surfaceKernelOf } from '../../src/gpu/surfaceKernel.ts';
import { grid, gridFloat64 } from '../../src/jobs/grid.ts';
import { surfaceIds } from '../../src/surfaces/index.ts';
import { deviations, farthest, largestMagnitude, largestOf, medianOf, surfaceSpec } from './specs.ts';

/*
 * Relative to the largest value on the grid, since near a zero of f float32 keeps only what the largest term left.
 * cpu computes in float64 from arguments rounded to float32 (6e-8). webasm rounds every operation: measured
 * medians up to 1e-7 and at most 8e-7 for + − × ÷ √. In sin(2πx) the argument reaches 32 and is rounded at 2e-6, which
 * the slope multiplies: measured 5e-6 at most.
 */
const bounds = {
  cpu: { exact: { median: 1e-7, most: 5e-7 }, transcendental: { median: 1e-7, most: 5e-7 } },
  webasm: { exact: { median: 2e-7, most: 2e-6 }, transcendental: { median: 2e-6, most: 1e-5 } },
} as const;

describe.each(['cpu', 'webasm'] as const)('surface kernels on %s against float64', (override) => {
  let device: Device;
  beforeAll(async () => {
    device = await openDevice({ modes: NODE_MODES, thread: 'node', override });
  });
  afterAll(() => device.close());

  test.each(surfaceIds)('%s', async (id) => {
    // An even size keeps (0, 0), where ackley's gradient is 0/0, off the grid.
    const spec = { surface: surfaceSpec(id), size: 64 };
    const result = await grid(spec, device);
    const exact = gridFloat64(spec);
    expect(result.backend).toBe(override);
    expect(result.texels).toHaveLength(64 * 64 * 4);
    const { classes } = surfaceKernelOf(spec.surface.formula, Object.keys(spec.surface.params)).program;
    const bound = bounds[override][classes.length === 1 ? 'exact' : 'transcendental'];
    for (const columns of [[0], [1, 2]]) {
      const off = deviations(result.texels, exact, columns, largestMagnitude(exact, columns));
      expect(medianOf(off)).toBeLessThanOrEqual(bound.median);
      expect(largestOf(off)).toBeLessThanOrEqual((override === 'webasm' ? farthest[id] : undefined) ?? bound.most);
    }
  });
});

test('rows run from y0 upwards, x fastest, and include the border', async () => {
  const device = await openDevice({ modes: NODE_MODES, thread: 'node', override: 'webasm' });
  const surface = { id: 'plane', formula: 'x + 10*y', params: {}, domain: [-1, 3, 2, 6] } as const;
  const { texels } = await grid({ surface, size: 5 }, device);
  const texel = (row: number, column: number) => [
    ...texels.subarray((row * 5 + column) * 4, (row * 5 + column) * 4 + 4),
  ];
  expect(texel(0, 0)).toEqual([19, 1, 10, 0]);
  expect(texel(0, 4)).toEqual([23, 1, 10, 0]);
  expect(texel(4, 0)).toEqual([59, 1, 10, 0]);
  expect(texel(4, 4)).toEqual([63, 1, 10, 0]);
  device.close();
});

test('formula and parameter names alone decide the source', () => {
  const kernel = surfaceKernelOf('x^2/anisotropy + y^2', ['anisotropy']);
  expect(surfaceKernelOf('x^2/anisotropy + y^2', ['anisotropy'])).toBe(kernel);
  expect(kernel.args({ anisotropy: 8 }, [-10, 10, -5, 5], 5)).toEqual([-10, 5, -5, 2.5, 1 / 8]);
  expect(kernel.program.argumentTypes).toHaveLength(5);
});
