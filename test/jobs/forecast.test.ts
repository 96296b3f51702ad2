import { expect, test } from 'vitest';
import type { OptimizeSpec } from '../../src/jobs/specs.ts';
import { forecast } from '../../src/jobs/tuning/forecast.ts';
import { limitOf } from '../../src/jobs/tuning/limit.ts';
import { paramsOf, semanticsFor } from '../../src/optimizers/index.ts';
import { defaultsOf } from '../../src/params/spec.ts';
import { surfaceSpec } from '../gpu/specs.ts';

const run = (
  optimizer: string,
  params: Readonly<Record<string, number>>,
  surface = surfaceSpec('bowl'),
): OptimizeSpec => {
  const semantics = semanticsFor(optimizer);
  const all = { ...defaultsOf(paramsOf(optimizer, semantics)), ...params };
  return { surface, optimizer, semantics, params: all, start: [-7, 2], steps: 100 };
};

test('on a quadratic the three that have a limit of stability are foretold to diverge from it on', () => {
  for (const optimizer of ['sgd', 'momentum', 'nesterov']) {
    const limit = limitOf(run(optimizer, {}), []);
    for (const [share, diverges] of [
      [0.99, false],
      [1.01, true],
    ] as const) {
      const said = forecast(run(optimizer, { lr: share * limit }))!;
      expect(said.diverges, `${optimizer} at ${share}`).toBe(diverges);
      expect(said.felt / said.limit).toBeCloseTo(share, 6);
    }
  }
  // η λmax, λmax of x²/20 + y² being 2.
  expect(forecast(run('sgd', { lr: 0.3 }))).toMatchObject({ felt: expect.closeTo(0.6, 12) as number, limit: 2 });
});

test('an adaptive rule feels the curvature divided by its own measure of the gradient: η λ/|g|', () => {
  // At (−7, 2) the slopes are −0.7 and 4, the curvatures 0.1 and 2.
  const adam = forecast(run('adam', { lr: 0.5 }))!;
  expect(adam.felt).toBeCloseTo(0.5 * Math.max(0.1 / 0.7, 2 / 4), 6);
  expect(adam.limit).toBeCloseTo(38, 9);
  const slow = forecast(run('rmsprop', { lr: 0.5 }))!;
  expect(slow.limit).toBe(2);
  expect(slow.felt).toBeGreaterThan(0.25);
  expect(adam.diverges).toBe(false);
  expect(forecast(run('adam', { lr: 80 }))!.diverges).toBe(true);
});

test('nothing is said of a second-order method, and of a start without slope', () => {
  expect(forecast(run('newton', {}))).toBeNull();
  expect(forecast({ ...run('sgd', { lr: 1 }), start: [0, 0] })).toBeNull();
});
