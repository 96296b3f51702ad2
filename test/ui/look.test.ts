import { expect, test } from 'vitest';
import { optimize } from '../../src/jobs/optimize.ts';
import type { OptimizeSpec } from '../../src/jobs/specs.ts';
import { acrossAt, angleBetween, lookAt, nearestMinimum, zigzags } from '../../src/ui/say/look.ts';

const bowl = { id: 'bowl', formula: 'x^2/20 + y^2', params: {}, domain: [-10, 10, -10, 10] } as const;
const sgd = (lr: number, steps = 30): OptimizeSpec => ({
  surface: bowl,
  optimizer: 'sgd',
  semantics: 'book',
  params: { lr },
  start: [-7, 2],
  steps,
});
const minima = [{ at: [0, 0], f: 0 }] as const;

/** Where SGD stands after n updates, in closed form, and how far −∇f is off the way to the origin there, by the dot product. */
function independentAngle(lr: number, n: number): number {
  const x = -7 * (1 - lr / 10) ** n;
  const y = 2 * (1 - 2 * lr) ** n;
  const [gx, gy] = [x / 10, 2 * y];
  return (Math.acos((gx * x + gy * y) / (Math.hypot(gx, gy) * Math.hypot(x, y))) * 180) / Math.PI;
}

test('the angle at every step of the book’s SGD is that of the closed form', () => {
  const record = optimize(sgd(0.95));
  for (let n = 0; n <= 30; n++) {
    const look = lookAt(record, n, minima, 20);
    if (look.kind !== 'angle') throw new Error(look.kind);
    // acos loses half of the digits near 0°, and 30 updates round 60 times.
    expect(look.angle).toBeCloseTo(independentAngle(0.95, n), 6);
    // SGD steps along −∇f, so that its step misses by the same.
    if (n < 30) expect(look.stepAngle).toBeCloseTo(look.angle, 6);
    else expect(look.stepAngle).toBeNull();
  }
});

test('a fraction of a step, and a step beyond the end, read the iterate that the head rests on', () => {
  const record = optimize(sgd(0.95));
  expect(lookAt(record, 18.7, minima, 20)).toEqual(lookAt(record, 18, minima, 20));
  expect(lookAt(record, 99, minima, 20)).toEqual(lookAt(record, 30, minima, 20));
});

test('a diverged run is said to have stopped from the step that is missing', () => {
  const record = optimize(sgd(100, 30));
  const at = record.divergedAt as number;
  expect(record.status).toBe('diverged');
  expect(lookAt(record, at, minima, 20)).toEqual({ kind: 'stopped', step: at });
  expect(lookAt(record, at - 1, minima, 20).kind).toBe('growing');
});

test('close to the minimum the distance is told', () => {
  const record = optimize(sgd(0.45, 400));
  const look = lookAt(record, 400, minima, 20);
  expect(look).toEqual({ kind: 'arrived', distance: Math.hypot(record.x[800] as number, record.x[801] as number) });
});

test('a surface without minima tells f and slope, and rests where the gradient is almost zero', () => {
  const saddle = { id: 'saddle', formula: 'x^2 - y^2', params: {}, domain: [-2, 2, -2, 2] } as const;
  const record = optimize({ ...sgd(0.1), surface: saddle, start: [1, 0] });
  expect(lookAt(record, 0, [], 4)).toEqual({ kind: 'value', f: 1, slope: 2 });
  // x = 0.8ⁿ: after 30 updates the slope is 2 × 0.8³⁰ = 2.5e-3, after 60 it is 3e-6.
  expect(lookAt(record, 30, [], 4).kind).toBe('value');
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
  expect(zigzags(optimize(sgd(0.95)))).toBe(true);
  expect(zigzags(optimize(sgd(0.4)))).toBe(false);
});

test('while SGD flies off no angle is told, but by how much each jump is longer than the last: |1 − 2η| and a little less', () => {
  const record = optimize(sgd(1.66));
  expect(lookAt(record, 0, minima, 20).kind).toBe('angle');
  for (let n = 1; n <= 30; n++) {
    // A jump is η∇f long; x shrinks by 1 − η/10, y grows by 1 − 2η.
    const jump = (k: number) => 1.66 * Math.hypot((-7 * (1 - 0.166) ** k) / 10, 4 * (1 - 3.32) ** k);
    const at = n < 30 ? n : 29;
    expect(lookAt(record, n, minima, 20)).toEqual({
      kind: 'growing',
      factor: expect.closeTo(jump(at) / jump(at - 1), 9) as number,
    });
  }
});

test('f that rises without growing jumps, or below the start, is told as a step uphill; the opening SGD never rises', () => {
  const record = optimize(sgd(1.05));
  const kinds = Array.from({ length: 31 }, (_, n) => lookAt(record, n, minima, 20).kind);
  for (let n = 1; n <= 30; n++) expect(kinds[n] === 'angle').toBe(record.f[n]! < record.f[n - 1]!);
  expect(kinds[30]).toBe('growing');
  const adam = optimize({ ...sgd(0.3), optimizer: 'adam', params: { lr: 0.3, beta1: 0.9, beta2: 0.999, eps: 1e-7 } });
  const up = adam.f.findIndex((f, n) => n > 0 && f > adam.f[n - 1]!);
  expect(up).toBeGreaterThan(0);
  expect(lookAt(adam, up, minima, 20)).toEqual({ kind: 'rising', before: adam.f[up - 1], f: adam.f[up] });
  const opening = optimize(sgd(0.95));
  for (let n = 0; n <= 30; n++) expect(lookAt(opening, n, minima, 20).kind).toBe('angle');
});

test('a step across the floor turns y round and is η × gradient; one that falls short is none, nor is one with a memory plain', () => {
  const far = optimize(sgd(0.95));
  for (let n = 0; n < 30; n++) {
    const [from, to] = [2 * (1 - 1.9) ** n, 2 * (1 - 1.9) ** (n + 1)];
    expect(acrossAt(far, n, 0.95)).toEqual({
      axis: 'y',
      from: expect.closeTo(from, 9) as number,
      to: expect.closeTo(to, 9) as number,
      plain: true,
    });
  }
  expect(acrossAt(far, 30, 0.95)).toBeNull();
  expect(acrossAt(optimize(sgd(0.4)), 3, 0.4)).toBeNull();
  const momentum = optimize({ ...sgd(0.1), optimizer: 'momentum', params: { lr: 0.1, momentum: 0.9 } });
  const across = Array.from({ length: 30 }, (_, n) => acrossAt(momentum, n, 0.1)).find((found) => found !== null);
  expect(across).toMatchObject({ plain: false });
});
