import { expect, test } from 'vitest';
import { optimize } from '../../src/jobs/optimize.ts';
import type { OptimizeSpec } from '../../src/jobs/specs.ts';
import { angleBetween, lookAt, nearestMinimum, zigzags } from '../../src/ui/say/look.ts';

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
  expect(lookAt(record, at - 1, minima, 20).kind).toBe('angle');
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
