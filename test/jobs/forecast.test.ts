import { expect, test } from 'vitest';
import { optimize } from '../../src/jobs/optimize.ts';
import type { OptimizeSpec } from '../../src/jobs/specs.ts';
import { forecast } from '../../src/jobs/tuning/forecast.ts';
import { forecastRecord } from '../../src/jobs/tuning/forecastRecord.ts';
import { foretoldRates as foretoldIn, type Span } from '../../src/jobs/tuning/forecastZones.ts';
import { limitOf } from '../../src/jobs/tuning/limit.ts';
import { isTunable } from '../../src/jobs/tuning/tune.ts';
import { paramsOf, ruledOptimizerIds, semanticsFor, semanticsOf } from '../../src/optimizers/index.ts';
import { ownIdOf } from '../../src/optimizers/own/index.ts';
import type { Semantics } from '../../src/optimizers/types.ts';
import { defaultsOf } from '../../src/params/spec.ts';
import { countForecasts, SEED, STEPS } from '../bench/forecastRuns.ts';
import { surfaceSpec } from '../gpu/specs.ts';
import { drained } from './drained.ts';

const foretoldRates = (asked: OptimizeSpec, span: Span) => drained(foretoldIn(asked, span));

const run = (
  optimizer: string,
  params: Readonly<Record<string, number>>,
  surface = surfaceSpec('bowl'),
): OptimizeSpec => {
  const semantics = semanticsFor(optimizer);
  const all = { ...defaultsOf(paramsOf(optimizer, semantics)), ...params };
  return { surface, optimizer, semantics, params: all, start: [-7, 2], steps: 100 };
};

test('on a quadratic the three that have a limit of stability are foretold to diverge beyond it', () => {
  for (const optimizer of ['sgd', 'momentum', 'nesterov']) {
    const limit = limitOf(run(optimizer, {}), []);
    for (const [share, ends] of [
      [0.9, 'lower'],
      [1.2, 'higher'],
    ] as const) {
      expect(forecast(run(optimizer, { lr: share * limit })), `${optimizer} at ${share}`).toBe(ends);
    }
    const zones = foretoldRates(run(optimizer, {}), { min: 1e-5, max: 10, scale: 'log' })!;
    expect(zones.higher).toHaveLength(1);
    expect(zones.higher[0]![0] / limit).toBeCloseTo(1, 1);
    expect(zones.higher[0]![1]).toBe(10);
  }
});

test('where each coordinate’s slope is a straight line, no rule is foretold to diverge that does not', () => {
  let warnings = 0;
  for (const optimizer of ruledOptimizerIds.filter((id) => isTunable(id))) {
    for (const lr of [0.01, 0.1, 0.7, 1.5, 3, 8, 40, 300]) {
      const spec = run(optimizer, { lr });
      if (forecast(spec) !== 'higher') continue;
      warnings++;
      const { f, count, divergedAt } = optimize(spec);
      expect(divergedAt !== null || f[count - 1]! > f[0]!, `${optimizer} at ${lr}`).toBe(true);
    }
  }
  expect(warnings).toBeGreaterThan(20);
});

test('Adam that is thrown far up comes back: the rate at which it is still higher after a fifth of the run is not foretold to diverge', () => {
  const spec = run('adam', { lr: 20 });
  const { f } = optimize(spec);
  expect(f[20]).toBeGreaterThan(4 * f[0]!);
  expect(forecast(spec)).not.toBe('higher');
});

test('a rule of one’s own is foretold like any other, and so is one that reads more than the gradient at x', () => {
  const text = 'lr = 0.1\nx = x - lr*g';
  const own = ownIdOf(text);
  for (const optimizer of [own, 'sam', 'schedule-free', 'polyak']) {
    expect(foretoldRates(run(optimizer, {}), { min: 0.01, max: 10, scale: 'log' }), optimizer).not.toBeNull();
  }
  const zone = { min: 1e-5, max: 10, scale: 'log' } as const;
  expect(foretoldRates(run(own, {}), zone)).toEqual(foretoldRates(run('sgd', {}), zone));
});

test('a slider from below 0 to 0 is looked at along its own scale; a logarithmic one that reaches 0 is not looked at', () => {
  const own = run(ownIdOf('lr = -1.5\nx = x + lr*g'), {});
  const span = { min: -3, max: 0, scale: 'linear' } as const;
  // On the bowl 1 − |lr| a step along x: at −2 it swings, beyond it grows.
  const limit = limitOf(run('sgd', {}), []);
  const [from, to] = foretoldRates(own, span)!.higher[0]!;
  expect(from).toBe(-3);
  expect(-to / limit).toBeCloseTo(1, 1);
  const climbing = run(ownIdOf('lr = -1.5\nx = x - lr*g'), {});
  expect(foretoldRates(climbing, span)).toEqual({ higher: [[-3, expect.closeTo(0, 2)]], undecided: [] });
  expect(foretoldRates(climbing, span)!.higher[0]![1]).toBeLessThan(0);
  expect(foretoldRates(own, { ...span, scale: 'log' })).toBeNull();
});

test('the rates of a slider are looked at one at a time: between two, the page may go on', () => {
  const asked = { ...run('barzilai-borwein', {}, surfaceSpec('rosenbrock')), start: [-1.2, 1] as const, steps: 300 };
  const work = foretoldIn(asked, { min: 0.01, max: 10, scale: 'log' });
  let looks = 0;
  while (!work.next().done) looks++;
  expect(looks).toBeGreaterThan(60);
});

test('nothing is said of a second-order method, of a start without slope, of an unknown least value that is asked for', () => {
  expect(forecast(run('newton', {}))).toBeNull();
  expect(forecast({ ...run('sgd', { lr: 1 }), start: [0, 0] })).toBeNull();
  expect(foretoldRates({ ...run('sgd', {}), start: [0, 0] }, { min: 1e-5, max: 10, scale: 'log' })).toBeNull();
  const own = { ...surfaceSpec('bowl'), id: 'own', formula: 'x^4 + y^2 + x*y' };
  expect(forecast(run('polyak', {}, { ...own, params: {} }))).toBeNull();
});

test(`what the page says of its forecasts is what the bench found (seed ${SEED}): the first runs of each rule, made again`, () => {
  expect(forecastRecord).toMatchObject({ runs: 10_000, steps: STEPS, seed: SEED, held: 100 });
  for (const id of ruledOptimizerIds) {
    for (const semantics of semanticsOf(id).filter((one) => isTunable(id, one))) {
      const { first, ...all } = forecastRecord.of[id]![semantics]!;
      const again = countForecasts(id, semantics, forecastRecord.held);
      for (const part of ['hit', 'alarm', 'miss', 'openHigher', 'openLower', 'silent'] as const) {
        // A path on a jagged surface hangs on the last bit of the engine's sine.
        expect(Math.abs(again[part] - first[part]), `${id} ${semantics} ${part}`).toBeLessThanOrEqual(1);
        expect(all[part]).toBeGreaterThanOrEqual(first[part]);
      }
    }
  }
  expect(Object.keys(forecastRecord.of)).toEqual(
    ruledOptimizerIds.filter((id) => semanticsOf(id).some((one: Semantics) => isTunable(id, one))),
  );
});
