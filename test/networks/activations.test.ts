import { expect, test } from 'vitest';
import { fastArithmetic } from '../../src/jobs/networkArithmetic.ts';
import { activationIds, activationOf } from '../../src/networks/activations.ts';

const z = Float64Array.of(-40, -6.5, -2, -0.3, -1e-40, -0, 0, 1e-40, 1e-9, 0.7, 1, 5, 38, NaN);

test.each(activationIds)('%s: its loops are its value and slope', (id) => {
  const { value, slope, apply, pullBack } = activationOf(id);
  const a = new Float64Array(z.length).fill(7);
  apply(z, a, z.length - 1);
  expect([...a]).toEqual([...z.subarray(0, -1)].map(value).concat(7));
  const delta = z.map((_, i) => 1 + i / 8);
  const expected = delta.map((d, i) => (i < z.length - 1 ? d * slope(z[i]!, a[i]!) : d));
  pullBack(delta, z, a, z.length - 1);
  expect(delta).toEqual(expected);
});

test.each(activationIds)('%s: slope and bend are the differences of value and slope', (id) => {
  const { value, slope, bend } = activationOf(id);
  const h = 1e-5;
  const slopeAt = (at: number) => slope(at, value(at));
  for (const at of [-6, -2.5, -0.4, 0.3, 1.7, 4]) {
    expect(slopeAt(at)).toBeCloseTo((value(at + h) - value(at - h)) / (2 * h), 9);
    expect(bend(at, value(at))).toBeCloseTo((slopeAt(at + h) - slopeAt(at - h)) / (2 * h), 9);
  }
});

test.each(activationIds.filter((id) => id !== 'step'))('%s: what is not a number stays none', (id) => {
  const { value } = activationOf(id);
  expect(value(NaN)).toBeNaN();
});

test.each(activationIds)('%s by SIMD is within 3e-7 of float64, whole range, NaN too', (id) => {
  const { alloc, apply } = fastArithmetic();
  const count = 20_001;
  const x = alloc(count).map((_, i) => (i === 0 ? NaN : (i - 10_000) / 400));
  const a = alloc(count + 1).fill(7);
  apply(id)(x, a, count);
  const { value } = activationOf(id);
  const apart = x.map((v, i) => Math.abs(a[i]! - value(v)) / Math.max(1, Math.abs(v))).subarray(1);
  expect(Math.max(...apart)).toBeLessThan(3e-7);
  expect(a[0]).toBe(id === 'step' ? 0 : NaN);
  expect(a[count]).toBe(7);
});
