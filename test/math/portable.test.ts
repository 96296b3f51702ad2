import { expect, test } from 'vitest';
import { atan2, cos, exp, log, sin } from '../../src/math/portable.ts';
import { createRng } from '../../src/math/rng.ts';

/* The portable functions against the engine's own, whose error is below one ulp. */

const SEED = 6;
const COUNT = 40_000;

/** Largest difference in ulps (of 2⁻⁵² relative) over seeded arguments. */
function worst(ours: (x: number) => number, engine: (x: number) => number, from: number, to: number): number {
  const rng = createRng(SEED, 'portable', from, to);
  let most = 0;
  for (let i = 0; i < COUNT; i++) {
    const x = rng.between(from, to);
    most = Math.max(most, Math.abs(ours(x) - engine(x)) / Math.abs(engine(x)) / 2 ** -52);
  }
  return most;
}

test(`within 2 ulp of the engine’s, its own one included (seed ${SEED})`, () => {
  expect(worst(exp, Math.exp, -40, 0)).toBeLessThanOrEqual(2);
  expect(worst(exp, Math.exp, -708, 0)).toBeLessThanOrEqual(2);
  for (const [from, to] of [
    [0, 1e-3],
    [-0.8, 0.8],
    [-10, 10],
    [-1000, 1000],
  ] as const) {
    // Next to a zero of sin or cos the argument’s own rounding counts, so no farther than 1e3 is looked.
    expect(worst(sin, Math.sin, from, to)).toBeLessThanOrEqual(2);
    expect(worst(cos, Math.cos, from, to)).toBeLessThanOrEqual(2);
  }
  expect(worst(log, Math.log, 0, 1)).toBeLessThanOrEqual(2);
  expect(worst(log, Math.log, 0, 1e-8)).toBeLessThanOrEqual(2);
  expect(worst(log, Math.log, 0.9, 1.1)).toBeLessThanOrEqual(2);
  expect(worst(log, Math.log, 1, 1e9)).toBeLessThanOrEqual(2);
  for (const x of [1, 0.01, 1e-9]) {
    for (const top of [1e-6, 0.5, 1, 3, 100]) {
      expect(
        worst(
          (y) => atan2(y, x),
          (y) => Math.atan2(y, x),
          0,
          top,
        ),
      ).toBeLessThanOrEqual(2);
    }
  }
});

test('exact where the value is', () => {
  expect([exp(0), sin(0), cos(0), log(1), atan2(0, 1)]).toEqual([1, 0, 1, 0, 0]);
  expect([exp(-1000), exp(-Infinity)]).toEqual([0, 0]);
  expect(atan2(1, 0)).toBe(Math.PI / 2);
  expect(atan2(1, 1)).toBe(Math.PI / 4);
  for (const k of [-40, -1, 1, 30]) expect(log(2 ** k)).toBeCloseTo(k * Math.LN2, 13);
});

test('additions and multiplications alone: these bits on every engine', () => {
  expect([exp(-1), sin(1), cos(1), log(0.3), atan2(0.3, 0.7)].map((v) => v.toString())).toEqual([
    '0.36787944117144233',
    '0.8414709848078965',
    '0.5403023058681398',
    '-1.2039728043259361',
    '0.40489178628508343',
  ]);
});
