import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NODE_MODES, openDevice, type Device } from '../../src/gpu/device.ts';
import { gpuLandscape } from '../../src/jobs/landscapeGpu.ts';
import { coordinate } from '../../src/networks/landscape/grid.ts';
import { problemOf, torch } from '../networks/landscape/torch.ts';

/** One with a hidden layer at least: nothing is left for a kernel otherwise. */
const landscapes = torch.landscapes.filter(({ widths }) => widths.length > 2);

describe.each(['cpu', 'webasm'] as const)('landscape kernels on %s', (override) => {
  let device: Device;
  beforeAll(async () => {
    device = await openDevice({ modes: NODE_MODES, thread: 'node', override });
  });
  afterAll(() => device.close());

  test.each(landscapes)(
    'a landscape is PyTorch’s: $widths, $activation, $loss, $task, batch norm $batchNorm (seed $seed)',
    async (given) => {
      const problem = problemOf(given);
      const evaluator = gpuLandscape(problem, device)!;
      const places = Array.from({ length: 25 }, (_, i) => i);
      const alpha = Float64Array.from(places, (i) => coordinate([-1, 1], i % 5, 5));
      const beta = Float64Array.from(places, (i) => coordinate([-1, 1], Math.floor(i / 5), 5));
      const losses = new Float64Array(25);
      await evaluator.evaluate(alpha, beta, losses, 25);
      expect(evaluator.mode()).toBe(override);
      given.losses.flat().forEach((loss, i) => expect(Math.abs(losses[i]! / loss - 1)).toBeLessThan(1e-5));
    },
  );
});
