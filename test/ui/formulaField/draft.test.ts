import { expect, test } from 'vitest';
import { defaultsOf } from '../../../src/params/spec.ts';
import { decode, encode } from '../../../scenes/optimizers/state/url.ts';
import { experimentOn } from '../../../src/experiments/index.ts';
import { surfaceIds } from '../../../src/surfaces/index.ts';
import { objectiveOf } from '../../../src/surfaces/objective.ts';
import { formulaErrorOf } from '../../../src/formula/index.ts';
import { draftOf, readDomain, undrawable } from '../../../scenes/optimizers/formulaField/draft.ts';
import { examples } from '../../../scenes/optimizers/formulaField/examples.ts';

test.each<readonly [typed: [string, string, string, string], why: string, wrong: string]>([
  [['-5', '5', '-5', 'five'], 'refusal.number', '0001'],
  [['', '5', '-5', '5'], 'refusal.number', '1000'],
  [['5', '-5', '-5', '5'], 'formula.domain.order', '1100'],
  [['-5', '5', '2', '2'], 'formula.domain.order', '0011'],
  [['-5', '2000000', '-5', '5'], 'formula.domain.far', '0100'],
  [['1000', '1000.5', '-5', '5'], 'formula.domain.thin', '1100'],
  [['-5', '5', '0', '1e-7'], 'formula.domain.thin', '0011'],
])('the domain %j is refused: %s, fields %s', (typed, why, wrong) => {
  const read = readDomain(typed);
  expect(read.ok ? null : [read.why, read.wrong.map(Number).join('')]).toEqual([why, wrong]);
});

test('a domain may be typed with full-width digits and the true minus sign', () => {
  expect(readDomain(['−５', '5', '-1.5e0', '２'])).toEqual({ ok: true, domain: [-5, 5, -1.5, 2] });
});

test('a formula without a value anywhere in its domain is refused, one with gaps is not', () => {
  expect(undrawable('sqrt(-1 - x^2)', [-1, 1, -1, 1])).toBe('formula.nowhere');
  expect(undrawable('log(x)', [-2, -1, 0, 1])).toBe('formula.nowhere');
  expect(undrawable('exp(exp(x))', [5, 9, 0, 1])).toBe('formula.nowhere');
  for (const formula of ['log(x)', '1/x', '0*x', 'tan(x)']) expect(undrawable(formula, [-5, 5, -5, 5])).toBeNull();
});

test.each(examples.map(({ formula, domain }) => [formula, domain] as const))(
  'the example %s draws and travels in a link',
  (formula, domain) => {
    expect(formulaErrorOf(formula)).toBeNull();
    expect(readDomain(draftOf(formula, {}, domain).domain)).toEqual({ ok: true, domain });
    expect(undrawable(formula, domain)).toBeNull();
    expect(decode(encode({ formula, domain }))).toEqual({ overrides: { formula, domain }, notices: [] });
  },
);

test('the first draft is the surface on screen, its parameters as numbers', () => {
  for (const id of surfaceIds) {
    const { surface, start } = experimentOn(id);
    const params = defaultsOf(surface.params ?? {});
    const draft = draftOf(surface.formula, params, surface.domain);
    expect(formulaErrorOf(draft.formula), draft.formula).toBeNull();
    const [x, y] = start;
    // The same operations on the same numbers: the same bits.
    expect(objectiveOf(draft.formula).value(x, y)).toBe(objectiveOf(surface.formula, params).value(x, y));
  }
  expect(draftOf('x^2/a', { a: -2 }, [0, 1, 0, 1]).formula).toBe('x^2/(-2)');
});

test('only x, y, constants and functions are names', () => {
  for (const text of ['z', 'lr', 'anisotropy', 'constructor', '__proto__', 'alert(1)', 'x.y', 'this', 'window']) {
    expect(formulaErrorOf(text), text).not.toBeNull();
  }
});
