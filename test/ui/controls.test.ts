import fc from 'fast-check';
import { expect, test } from 'vitest';
import { optimizers } from '../../src/optimizers/index.ts';
import type { OptimizerDef } from '../../src/optimizers/types.ts';
import { refusal, type ParamSpec } from '../../src/params/spec.ts';
import { sceneParams } from '../../scenes/optimizers/state/limits.ts';
import { POSITIONS, positionOf, valueAt } from '../../src/ui/controls/scale.ts';
import { parseTyped, readTyped, refusalText } from '../../src/ui/controls/typed.ts';
import { plainFormula } from '../../src/ui/plainFormula.ts';

const everySpec: [string, ParamSpec][] = [
  ...Object.entries(sceneParams),
  ...(Object.entries(optimizers) as [string, OptimizerDef][]).flatMap(([id, def]) =>
    Object.entries(def.semantics).flatMap(([semantics, rule]) =>
      Object.entries(rule.params).map(([name, spec]): [string, ParamSpec] => [`${id}.${semantics}.${name}`, spec]),
    ),
  ),
];

test.each(everySpec)(
  '%s: every slider position gives an acceptable value, rising, and the ends are the range',
  (_, spec) => {
    let before = -Infinity;
    for (let position = 0; position <= POSITIONS; position++) {
      const value = valueAt(spec, position);
      expect(refusal(spec, value)).toBeNull();
      expect(value).toBeGreaterThanOrEqual(before);
      before = value;
    }
    expect(valueAt(spec, 0)).toBe(spec.min);
    expect(valueAt(spec, POSITIONS)).toBe(spec.max);
  },
);

test.each(everySpec)('%s: a slider finds its default again', (_, spec) => {
  if (spec.default < spec.min || spec.default > spec.max) return;
  expect(valueAt(spec, Math.round(positionOf(spec, spec.default)))).toBe(spec.default);
});

test('a log slider spends the same room on every decade', () => {
  const lr: ParamSpec = { default: 0.01, min: 1e-5, max: 10, scale: 'log' };
  expect(positionOf(lr, 1e-2)).toBeCloseTo(500, 9);
  expect(positionOf(lr, 1e-1) - positionOf(lr, 1e-2)).toBeCloseTo(1000 / 6, 9);
  expect(positionOf(lr, 0)).toBe(0);
  expect(positionOf(lr, 100)).toBe(1000);
});

test('typed numbers: full-width digits, a true minus sign and exponents are numbers, words are none', () => {
  expect(parseTyped(' １e−３ ')).toBe(1e-3);
  expect(parseTyped('−0.5')).toBe(-0.5);
  expect(parseTyped('.5')).toBe(0.5);
  expect(parseTyped('1e')).toBeUndefined();
  expect(parseTyped('')).toBeUndefined();
  expect(parseTyped('0x10')).toBeUndefined();
});

test('what is typed is refused with the reason in the visitor’s language', () => {
  const steps = sceneParams.steps;
  expect(readTyped('en', steps, '30')).toEqual({ ok: true, value: 30 });
  expect(readTyped('ja', steps, '2.5')).toEqual({ ok: false, message: '整数にしてください。' });
  expect(readTyped('ja', steps, '0')).toEqual({ ok: false, message: '1 以上にしてください。' });
  expect(readTyped('en', steps, '1e9')).toEqual({ ok: false, message: 'Must be at most 2000.' });
  expect(readTyped('en', steps, '1e999')).toEqual({ ok: false, message: 'Enter a number, such as 0.01 or 1e-3.' });
  expect(readTyped('en', steps, 'ten').ok).toBe(false);
});

test('every refusal of any spec has its text (seed 7)', () => {
  const bound = fc.option(fc.double({ min: -10, max: 10, noNaN: true }), { nil: undefined });
  const spec = fc.record({ min: bound, max: bound, above: bound, below: bound, integer: fc.boolean() });
  let refused = 0;
  fc.assert(
    fc.property(spec, fc.double(), ({ integer, ...accepts }, value) => {
      const clause = refusal({ default: 0, min: 0, max: 1, scale: 'linear', integer, accepts } as ParamSpec, value);
      if (clause === null) return;
      refused++;
      expect(refusalText('ja', clause)).not.toContain('{');
    }),
    { seed: 7, numRuns: 500 },
  );
  expect(refused).toBeGreaterThan(100);
  expect(() => refusalText('en', 'must be nice')).toThrow();
});

test('formulas read as one writes them', () => {
  expect(plainFormula('x^2/anisotropy + y^2', { anisotropy: 20 })).toBe('x²/20 + y²');
  expect(plainFormula('(1 - x)^2 + 100*(y - x^2)^2')).toBe('(1 − x)² + 100(y − x²)²');
  expect(plainFormula('x*y + exp(-x)')).toBe('x·y + exp(−x)');
  expect(plainFormula('20 + x^2 - 10*cos(2*pi*x)')).toBe('20 + x² − 10cos(2π·x)');
});
