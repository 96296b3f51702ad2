import { describe, expect, test } from 'vitest';
import { FormulaError } from '../../src/formula/index.ts';
import { defaultsOf } from '../../src/params/spec.ts';
import type { SdmErrorCode } from '../../src/sdm/errors.ts';
import { sdmFunctionIds, sdmFunctionOf } from '../../src/sdm/functions.ts';
import { sdmParamsOf } from '../../src/sdm/params.ts';
import { runSdm } from '../../src/sdm/run.ts';
import type { SdmParam, SdmSpec } from '../../src/sdm/types.ts';

function specOf(h: string, changes: Partial<SdmSpec> = {}): SdmSpec {
  return { ...(defaultsOf(sdmParamsOf(h)) as Record<SdmParam, number>), h, ...changes };
}
const slopes = (maps: Float64Array) => maps.filter((_, i) => i % 2 === 0);

describe.each(sdmFunctionIds)('%s, seed 1', (id) => {
  const record = runSdm(specOf(id));

  test('ten maps bring unseen starts to within a hundredth of where they were, and each brings them nearer', () => {
    const { error } = record.test;
    expect(error.every((value, k) => k === 0 || value < error[k - 1]!)).toBe(true);
    expect(error[10]!).toBeLessThan(error[0]! / 100);
  });

  test('every path begins in the range, and its last x gives the last error', () => {
    const { low, high, samples, maps } = specOf(id);
    for (const { starts, x, error } of [record.train, record.test]) {
      expect([starts, x.length, error.length]).toEqual([samples, samples * (maps + 1), maps + 1]);
      const column = (k: number) => x.filter((_, i) => i % (maps + 1) === k);
      expect(column(0).every((value) => value >= low && value < high)).toBe(true);
      const square = column(maps).reduce((sum, value) => sum + (value - record.answer) ** 2, 0);
      expect(error[maps]).toBeCloseTo(Math.sqrt(square / samples), 12);
    }
  });

  test('the starts of the test are others than those of the training, and Newton has the same', () => {
    const stride = specOf(id).maps + 1;
    const seen = new Set(record.train.x.filter((_, i) => i % stride === 0));
    expect(record.test.x.some((value, i) => i % stride === 0 && seen.has(value))).toBe(false);
    expect(record.newton.x[0]).toBe(record.test.x[0]);
    expect(record.newton.error[0]).toBe(record.test.error[0]);
  });

  test('the same spec gives the same bytes, another seed others', () => {
    expect(runSdm(specOf(id))).toEqual(record);
    expect(runSdm(specOf(id, { seed: 2 })).maps).not.toEqual(record.maps);
  });

  test('an answer is where h has the target, to the last digits', () => {
    const h = { sin: Math.sin, cube: (x: number) => x ** 3, erf: null, exp: Math.exp }[id];
    if (h) expect(h(record.answer)).toBeCloseTo(sdmFunctionOf(id).target, 14);
  });
});

test('the larger the ridge, the smaller the first slope: by 1e9 nothing but a bias is left (sin, seed 1)', () => {
  const first = [0, 1, 100, 1e4, 1e9].map((lambda) => Math.abs(runSdm(specOf('sin', { lambda })).maps[0]!));
  expect(first).toEqual([...first].sort((a, b) => b - a));
  expect(first[0]!).toBeGreaterThan(1);
  expect(first[4]!).toBeLessThan(1e-6);
});

test('the ridge punishes the sum over the starts, slope alone: for h = x the first slope is −S / (S + λ) (seed 1)', () => {
  const { maps, train, answer } = runSdm(specOf('x', { lambda: 30, maps: 1 }));
  const xs = train.x.filter((_, i) => i % 2 === 0);
  const mean = xs.reduce((sum, x) => sum + x, 0) / xs.length;
  const s = xs.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  expect(maps[0]).toBeCloseTo(-s / (s + 30), 12);
  // With the ridge on the bias too, the mean of the starts would not land on the answer.
  const moved = train.x.filter((_, i) => i % 2 === 1);
  expect(moved.reduce((sum, x) => sum + x, 0) / xs.length).toBeCloseTo(answer, 12);
});

test('a linear h is solved by one map, without a ridge (3x − 1 = 0.5, seed 1)', () => {
  const { maps, test: unseen, answer } = runSdm(specOf('3x - 1', { lambda: 0, maps: 1 }));
  expect(answer).toBeCloseTo(0.5, 15);
  expect(maps[0]).toBeCloseTo(-1 / 3, 14);
  expect(unseen.error[1]!).toBeLessThan(1e-14);
});

test('Newton leaps where h′ is small and the maps do not (x³ = 8, seed 1)', () => {
  const { newton, test: unseen } = runSdm(specOf('cube', { maps: 1 }));
  const reach = ({ x }: { x: Float64Array }) => Math.max(...x.map(Math.abs));
  expect(reach(newton)).toBeGreaterThan(1e4);
  expect(reach(unseen)).toBeLessThan(4);
  // The start that leaps farthest is the one where h′ is smallest.
  const starts = newton.x.filter((_, i) => i % 2 === 0);
  const ends = newton.x.filter((_, i) => i % 2 === 1);
  const farthest = ends.reduce((best, value, i) => (Math.abs(value) > Math.abs(ends[best]!) ? i : best), 0);
  expect(Math.abs(starts[farthest]!)).toBe(Math.min(...starts.map(Math.abs)));
});

test('outside the range that they were trained on, the maps carry starts away (x³ = 8, three times as wide, seed 1)', () => {
  const { error } = runSdm(specOf('cube', { reach: 3 })).test;
  expect(error[10] ?? NaN).not.toBeLessThan(1);
});

test('with two starts and no ridge the second map has nothing to learn, and says so with a slope of 0 or rounding (seed 1)', () => {
  const { train, maps } = runSdm(specOf('sin', { samples: 2, lambda: 0, maps: 2 }));
  expect(train.error[1]!).toBeLessThan(1e-15);
  expect(slopes(maps).every(Number.isFinite)).toBe(true);
});

test('one start is all bias', () => {
  const { maps, train } = runSdm(specOf('sin', { samples: 1, lambda: 0, maps: 1 }));
  expect(maps[0]).toBe(0);
  expect(train.error[1]!).toBeLessThan(1e-15);
});

describe('which answer', () => {
  test.each<[string, Partial<SdmSpec>, number]>([
    ['sin', { low: 1.5, high: 4.5 }, Math.PI - Math.PI / 6],
    ['sin', { low: -7, high: 7.5 }, Math.PI / 6],
    ['sin', { target: 1, low: -1, high: 2 }, Math.PI / 2],
    ['x^2', { target: 0 }, 0],
    ['x^2', { target: 2, low: -1, high: 3 }, Math.SQRT2],
    ['1/x', { target: -3, low: -1, high: 0.7 }, -1 / 3],
    ['x', { target: 1.5 }, 1.5],
    ['x', { target: -1.5 }, -1.5],
  ])('%s with %j: %d', (h, changes, answer) => {
    // A touch is as exact as the root of what float64 has of h.
    expect(runSdm(specOf(h, changes)).answer).toBeCloseTo(answer, 14);
  });
});

describe('what there is no record of', () => {
  test.each<[string, string, Partial<SdmSpec>, SdmErrorCode, RegExp]>([
    [
      'a sine of 2',
      'sin',
      { target: 2 },
      'no-answer',
      /h\(x\) = 2 has no answer for x from -1\.5 to 1\.5.*-0\.9975 to 0\.9975/,
    ],
    ['an answer outside the range', 'cube', { target: 8, high: 1 }, 'no-answer', /no answer for x from -3 to 1/],
    ['a pole in place of an answer', '1/(x - 0.3331)', { target: 0 }, 'no-answer', /no answer/],
    ['a logarithm from below 0', 'log(x)', { target: 0.1 }, 'not-finite', /not a finite number at x = -1\.5/],
    [
      'a start thrown out of the logarithm',
      'log(x)',
      { target: -6, low: 0.001, high: 9, samples: 50 },
      'lost',
      /map 1 throws a start to x = -/,
    ],
    ['no map', 'sin', { maps: 0 }, 'parameter', /^maps must be at least 1$/],
    ['half a start', 'sin', { samples: 1.5 }, 'parameter', /^samples must be a whole number$/],
    ['a ridge below 0', 'sin', { lambda: -1 }, 'parameter', /^lambda must be at least 0$/],
    ['a target of NaN', 'sin', { target: NaN }, 'parameter', /^target must be a finite number$/],
    ['a range turned round', 'sin', { low: 1, high: -1 }, 'empty-range', /from 1 to -1 is empty/],
  ])('%s', (_, h, changes, code, message) => {
    expect(() => runSdm(specOf(h, changes))).toThrow(expect.objectContaining({ name: 'SdmError', code }));
    expect(() => runSdm(specOf(h, changes))).toThrow(message);
  });

  test('a formula that is none, or of another variable', () => {
    expect(() => runSdm(specOf('x +'))).toThrow(FormulaError);
    expect(() => runSdm(specOf('x + y'))).toThrow(expect.objectContaining({ code: 'unknown-name', position: 4 }));
    expect(() => runSdm(specOf('constructor'))).toThrow(FormulaError);
  });
});
