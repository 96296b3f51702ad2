import { expect, test } from 'vitest';
import { table } from '../../scenes/registration/state/table.ts';
import { residualLimit } from '../../scenes/registration/panes/residualLimit.ts';
import { identity } from '../../src/math/matrix4.ts';
import { laidBy, yardstickOf } from '../../src/registration/laid.ts';
import { createRecorder } from '../../src/registration/recorder.ts';
import { prepare } from '../../src/registration/prepare.ts';
import { residualsAt } from '../../src/registration/threads.ts';
import { asset, read } from '../io/clouds/support.ts';
import { sceneOf } from '../scenes/registrationRun.ts';

/** Distances by trying all pairs. */
function distancesOf(source: Float64Array, target: Float64Array, m: Float64Array): number[] {
  return Array.from({ length: source.length / 3 }, (_, i) => {
    const p = [0, 4, 8].map((r) => m[r + 3]! + [0, 1, 2].reduce((sum, k) => sum + m[r + k]! * source[3 * i + k]!, 0));
    let least = Infinity;
    for (let j = 0; j < target.length; j += 3) {
      least = Math.min(least, Math.hypot(...p.map((c, k) => c - target[j + k]!)));
    }
    return least;
  });
}

test('fitness and RMSE of all methods count at one distance, as trying all pairs has them', () => {
  const { runs } = sceneOf({ factors: { points: 200, outliers: 100 } });
  const [{ pair }] = runs as [(typeof runs)[0]];
  const yardstick = yardstickOf(pair.source, pair.target, null);
  // Two methods of which one has a limit of its own and one none: the record's own fitness is 1 for every pose.
  expect(runs[0]!.record.fitness.every((value) => value === 1)).toBe(true);
  for (const { record } of runs) {
    const laid = laidBy(yardstick, record);
    expect(laid.limit).toBe(yardstick.limit);
    const distances = distancesOf(pair.source.points, pair.target.points, record.poses.slice(-16));
    const within = distances.filter((d) => d <= laid.limit);
    expect(laid.fitness.at(-1)).toBeCloseTo(within.length / distances.length, 12);
    expect(laid.rmse.at(-1)).toBeCloseTo(Math.hypot(...within) / Math.sqrt(within.length), 12);
  }
  // So the failed ICP no longer looks like the right ones (issue 10: 26 % and 27 %, fitness 1.00 everywhere).
  const [icp, robust] = runs.map(({ record }) => laidBy(yardstick, record).fitness.at(-1)!);
  expect(robust! - icp!).toBeGreaterThan(0.1);
});

test('residuals of the car scans are there, and are a good part of the colour bar', async () => {
  const file = async (name: string) => ({ points: (await read(name, asset(name))).positions });
  const [source, target] = [await file('car-b.csv'), await file('car-a.csv')];
  const { voxel } = table.rules.resolve(table.rules.normalise({ data: 'car' }));
  const recorder = createRecorder();
  recorder.step(identity(), 1, 0, 1, NaN, Infinity, null);
  const record = recorder.record();
  const laid = laidBy(yardstickOf(source, target, voxel), record);
  const distances = residualsAt({ record, prepared: prepare({ source, target }) }, 0);
  expect(distances).toHaveLength(source.points.length / 3);
  for (const i of [0, 777, 20_000]) {
    const one = source.points.slice(3 * i, 3 * i + 3);
    expect(distances[i]).toBeCloseTo(distancesOf(one, target.points, identity())[0]!, 5);
  }
  // As given the scans lie metres apart: some of it is at the far end, not all.
  const limit = residualLimit({ pair: { largestDimension: NaN }, answer: { laid } } as never);
  const far = distances.filter((d) => d > limit).length / distances.length;
  expect(far).toBeGreaterThan(0.05);
  expect(far).toBeLessThan(0.95);
});
