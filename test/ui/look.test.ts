import { expect, test } from 'vitest';
import { words } from '../../scenes/optimizers/words/index.ts';
import { sentenceOf } from '../../scenes/optimizers/say/sentence.ts';
import { addTexts } from '../../src/i18n/index.ts';
import { saidText } from '../../src/ui/say/said.ts';
import { wordsOf } from '../../src/ui/useText.ts';
import { optimize as recordOf } from '../../src/jobs/optimize.ts';
import type { OptimizeSpec } from '../../src/jobs/specs.ts';
import { runViewsOf } from '../../scenes/optimizers/runs/runViews.ts';
import { resolve } from '../../scenes/optimizers/state/rules.ts';
import type { Overrides } from '../../scenes/optimizers/state/types.ts';
import { acrossAt, angleBetween, lookAt, nearestMinimum, zigzags } from '../../scenes/optimizers/say/look.ts';

addTexts(words);

const bowl = { id: 'bowl', formula: 'x^2/20 + y^2', params: {}, domain: [-10, 10, -10, 10] } as const;
const sgd = (lr: number, steps = 30): OptimizeSpec => ({
  surface: bowl,
  optimizer: 'sgd',
  semantics: 'book',
  params: { lr },
  start: [-7, 2],
  steps,
});
const optimize = (spec: OptimizeSpec) => ({ spec, record: recordOf(spec) });
const minima = [{ at: [0, 0], f: 0 }] as const;

/** Where SGD stands after n updates, in closed form, and how far −∇f is off the way to the origin there, by the dot product. */
function independentAngle(lr: number, n: number): number {
  const x = -7 * (1 - lr / 10) ** n;
  const y = 2 * (1 - 2 * lr) ** n;
  const [gx, gy] = [x / 10, 2 * y];
  return (Math.acos((gx * x + gy * y) / (Math.hypot(gx, gy) * Math.hypot(x, y))) * 180) / Math.PI;
}

test('the angle at every step of the book’s SGD is that of the closed form', () => {
  const run = optimize(sgd(0.95));
  for (let n = 0; n <= 30; n++) {
    const look = lookAt(run, n, minima, 20);
    if (look.kind !== 'angle') throw new Error(look.kind);
    // acos loses half of the digits near 0°, and 30 updates round 60 times.
    expect(look.angle).toBeCloseTo(independentAngle(0.95, n), 6);
    // SGD steps along −∇f, so that its step misses by the same.
    if (n < 30) expect(look.stepAngle).toBeCloseTo(look.angle, 6);
    else expect(look.stepAngle).toBeNull();
  }
});

test('a fraction of a step, and a step beyond the end, read the iterate that the head rests on', () => {
  const run = optimize(sgd(0.95));
  expect(lookAt(run, 18.7, minima, 20)).toEqual(lookAt(run, 18, minima, 20));
  expect(lookAt(run, 99, minima, 20)).toEqual(lookAt(run, 30, minima, 20));
});

test('a diverged run is said to have stopped from the step that is missing', () => {
  const run = optimize(sgd(100, 30));
  const at = run.record.divergedAt as number;
  expect(run.record.status).toBe('diverged');
  expect(lookAt(run, at, minima, 20)).toEqual({ kind: 'stopped', step: at });
  expect(lookAt(run, at - 1, minima, 20).kind).toBe('growing');
});

test('close to the minimum the distance is told', () => {
  const run = optimize(sgd(0.45, 400));
  const look = lookAt(run, 400, minima, 20);
  expect(look).toEqual({
    kind: 'arrived',
    distance: Math.hypot(run.record.x[800] as number, run.record.x[801] as number),
  });
});

test('a surface without minima tells f and slope, and rests where the gradient is almost zero', () => {
  const saddle = { id: 'saddle', formula: 'x^2 - y^2', params: {}, domain: [-2, 2, -2, 2] } as const;
  const run = optimize({ ...sgd(0.1), surface: saddle, start: [1, 0] });
  expect(lookAt(run, 0, [], 4)).toEqual({ kind: 'value', f: 1, slope: 2 });
  // x = 0.8ⁿ: after 30 updates the slope is 2 × 0.8³⁰ = 2.5e-3, after 60 it is 3e-6.
  expect(lookAt(run, 30, [], 4).kind).toBe('value');
  const longer = optimize({ ...sgd(0.1, 60), surface: saddle, start: [1, 0] });
  expect(lookAt(longer, 60, [], 4).kind).toBe('still');
});

test('the nearest of several minima counts', () => {
  const two = [
    { at: [3, 2], f: 0 },
    { at: [-3, 2], f: 0 },
  ] as const;
  expect(nearestMinimum(two, -1, 0)?.at).toEqual([-3, 2]);
  expect(nearestMinimum([], 0, 0)).toBeNull();
});

test('angles are between 0 and 180 degrees, whichever side', () => {
  expect(angleBetween(1, 0, 0, 2)).toBeCloseTo(90, 12);
  expect(angleBetween(1, 0, 0, -2)).toBeCloseTo(90, 12);
  expect(angleBetween(1, 1, -1, -1)).toBeCloseTo(180, 12);
  expect(angleBetween(0, 0, 1, 1)).toBeNaN();
});

test('SGD zigzags across the valley above lr 0.5 and not below', () => {
  expect(zigzags(recordOf(sgd(0.95)))).toBe(true);
  expect(zigzags(recordOf(sgd(0.4)))).toBe(false);
});

test('while SGD flies off no angle is told, but by how much each jump is longer than the last: |1 − 2η| and a little less', () => {
  const run = optimize(sgd(1.66));
  expect(lookAt(run, 0, minima, 20).kind).toBe('angle');
  for (let n = 1; n <= 30; n++) {
    // A jump is η∇f long; x shrinks by 1 − η/10, y grows by 1 − 2η.
    const jump = (k: number) => 1.66 * Math.hypot((-7 * (1 - 0.166) ** k) / 10, 4 * (1 - 3.32) ** k);
    const at = n < 30 ? n : 29;
    expect(lookAt(run, n, minima, 20)).toEqual({
      kind: 'growing',
      factor: expect.closeTo(jump(at) / jump(at - 1), 9) as number,
      lr: 1.66,
    });
  }
});

test('f that rises without growing jumps, or below the start, is told as a step uphill; the opening SGD never rises', () => {
  const run = optimize(sgd(1.05));
  const kinds = Array.from({ length: 31 }, (_, n) => lookAt(run, n, minima, 20).kind);
  for (let n = 1; n <= 30; n++) expect(kinds[n] === 'angle').toBe(run.record.f[n]! < run.record.f[n - 1]!);
  expect(kinds[30]).toBe('growing');
  const adam = optimize({ ...sgd(0.3), optimizer: 'adam', params: { lr: 0.3, beta1: 0.9, beta2: 0.999, eps: 1e-7 } });
  const { f: heights } = adam.record;
  const up = heights.findIndex((f, n) => n > 0 && f > heights[n - 1]!);
  expect(up).toBeGreaterThan(0);
  expect(lookAt(adam, up, minima, 20)).toEqual({ kind: 'rising', before: heights[up - 1], f: heights[up] });
  const opening = optimize(sgd(0.95));
  for (let n = 0; n <= 30; n++) expect(lookAt(opening, n, minima, 20).kind).toBe('angle');
});

test('a step across the floor turns y round and is η × gradient; one that falls short is none, nor is one with a memory plain', () => {
  const far = optimize(sgd(0.95));
  for (let n = 0; n < 30; n++) {
    const [from, to] = [2 * (1 - 1.9) ** n, 2 * (1 - 1.9) ** (n + 1)];
    expect(acrossAt(far, n)).toEqual({
      axis: 'y',
      from: expect.closeTo(from, 9) as number,
      to: expect.closeTo(to, 9) as number,
      plain: true,
      which: 'next',
    });
  }
  // At the end, the last one is told.
  expect(acrossAt(far, 30)).toEqual({ ...acrossAt(far, 29), which: 'last' });
  expect(acrossAt(optimize(sgd(0.4)), 3)).toBeNull();
  const momentum = optimize({ ...sgd(0.1), optimizer: 'momentum', params: { lr: 0.1, momentum: 0.9 } });
  const across = Array.from({ length: 30 }, (_, n) => acrossAt(momentum, n)).find((found) => found !== null);
  expect(across).toMatchObject({ plain: false });
});

/** One optimizer of a state. */
const runOf = (id: string, overrides: Overrides) => runViewsOf(resolve(overrides)).find((run) => run.id === id)!;

test('η is called too large by the value in force: 9.5 once 0.95 is multiplied by 10', () => {
  const run = runOf('sgd', { lrChange: { step: 10, factor: 10 } });
  // The jump of update 11 is 1 − 2η = −18 times the one before along y, and a little less in all.
  expect(lookAt(run, 10, minima, 20)).toEqual({ kind: 'growing', factor: expect.closeTo(17.7, 1) as number, lr: 9.5 });
  const across = acrossAt(run, 9);
  expect(across).toMatchObject({ plain: true });
});

test('η is not blamed for a climb that ends: after a wrong gradient, or where the run comes down again', () => {
  const thrown = runOf('momentum', { inject: { step: 8, gradient: [0, 20] } });
  const jumpy = runOf('adagrad', { lrChange: { step: 10, factor: 10 } });
  for (const [run, row] of [
    [thrown, 10],
    [jumpy, 16],
  ] as const) {
    const { f } = run.record;
    expect(f[row]!).toBeGreaterThan(Math.max(f[row - 1]!, f[0]!));
    expect(f[30]!).toBeLessThan(f[0]!);
    expect(lookAt(run, row, minima, 20)).toEqual({ kind: 'rising', before: f[row - 1], f: f[row] });
  }
});

test('how far a wrong gradient throws SGD is not the doing of an η that is too large before and after', () => {
  const run = runOf('sgd', { runs: { sgd: { params: { lr: 1.1 } } }, inject: { step: 12, gradient: [0, -90] } });
  const kinds = Array.from({ length: 31 }, (_, n) => lookAt(run, n, minima, 20).kind);
  // The jump from row 11 is thrown: it is the one compared at rows 11 and 12, and the one before those at 13.
  expect(kinds.slice(11, 14)).not.toContain('growing');
  expect([kinds[10], kinds[20]]).toEqual(['growing', 'growing']);
});

test('one longer jump after shorter ones is no growth; nor is a climb in jumps that get shorter, on the map or off it', () => {
  // −0.9 times until update 9, −18 times as of update 10, where the record ends.
  const once = runOf('sgd', { lrChange: { step: 10, factor: 10 }, steps: 10 });
  const { f } = once.record;
  expect(f[10]!).toBeGreaterThan(f[0]!);
  expect(lookAt(once, 10, minima, 20)).toEqual({ kind: 'rising', before: f[9], f: f[10] });
  // Momentum off a narrow map climbs the far wall slower and slower; where its record ends nothing is known of a way down.
  const narrow = { ...bowl, domain: [-10, 10, -0.5, 0.5] } as const;
  const momentum = { ...sgd(0.1), surface: narrow, optimizer: 'momentum', params: { lr: 0.1, momentum: 0.9 } };
  const whole = recordOf(momentum);
  const length = (row: number) =>
    Math.hypot(whole.x[2 * row]! - whole.x[2 * row - 2]!, whole.x[2 * row + 1]! - whole.x[2 * row - 1]!);
  const up = whole.f.findIndex((f, row) => row > 1 && f > whole.f[row - 1]! && length(row) < length(row - 1));
  expect(up).toBeGreaterThan(1);
  expect(whole.leftAt).toBe(0);
  expect(lookAt(optimize({ ...momentum, steps: up }), up, minima, 20).kind).toBe('rising');
});

test('off the map jumps that grow tell, however low: on the map only above the start', () => {
  const wide = optimize(sgd(1.02));
  const narrow = optimize({ ...sgd(1.02), surface: { ...bowl, domain: [-10, 10, -1, 1] } });
  const { f } = wide.record;
  const row = f.findIndex((height, n) => n > 1 && height > f[n - 1]! && height < f[0]!);
  expect(row).toBeGreaterThan(1);
  expect(lookAt(wide, row, minima, 20).kind).toBe('rising');
  expect(lookAt(narrow, row, minima, 20).kind).toBe('growing');
});

test('the axis is the steeper one: along x where the valley runs along y', () => {
  const run = optimize({ ...sgd(0.95), surface: { ...bowl, formula: 'x^2 + y^2/20' }, start: [2, -7] });
  expect(acrossAt(run, 0)).toMatchObject({ axis: 'x', from: 2, to: expect.closeTo(-1.8, 12) as number, plain: true });
});

test('a jump over a ridge is none over a floor: AdaMax on Ackley goes uphill at update 5, to where the slope has turned', () => {
  const run = runOf('adamax', { surface: 'ackley', runs: { adamax: { enabled: true } } });
  const { x, g } = run.record;
  const k = Math.abs(g[8]!) > Math.abs(g[9]!) ? 0 : 1;
  expect(g[8 + k]! * g[10 + k]!).toBeLessThan(0);
  expect(g[8 + k]! * (x[10 + k]! - x[8 + k]!)).toBeGreaterThan(0);
  expect(acrossAt(run, 4)).toBeNull();
});

test('a method that finds its own rate, and one that has none, is not told of a learning rate: neither on its climb nor where it diverged', () => {
  const wild = (id: string, lr: number): Overrides => ({
    steps: 400,
    runs: { [id]: { enabled: true, params: { lr } } },
  });
  const told = (id: string, lr: number) => {
    const overrides = wild(id, lr);
    const run = runOf(id, overrides);
    const steps = [1, 2, 3, 5, 10, run.record.divergedAt!];
    return steps.map((step) => saidText(sentenceOf(wordsOf('en'), run, resolve(overrides), step))).join(' ');
  };
  expect(runOf('polyak', wild('polyak', 10)).record.divergedAt).not.toBeNull();
  expect(told('polyak', 10)).toMatch(/Polyak diverged at update \d+; its path ends here\./);
  expect(told('polyak', 10)).not.toMatch(/learning rate|η = /);
  expect(told('sgd', 5)).toMatch(/η = 5 is too large .*What does a smaller learning rate do\?/);
});
