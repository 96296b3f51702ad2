import { expect, test } from 'vitest';
import { isOptimizerId, optimizerIds, ruleOf, semanticsFor, semanticsOf } from '../../src/optimizers/index.ts';
import { compileRule, perStepNames, perStepTable } from '../../src/optimizers/run.ts';
import { defaultsOf } from '../../src/params/spec.ts';

/** Spelled out, so that a newcomer to the registry changes no expectation here. */
const BUNDLED = 'sgd momentum nesterov adagrad rmsprop adadelta adam amsgrad adamw adamax nadam lion'.split(' ');

test('the twelve stand in the registry, in the order of pickers', () => {
  expect(optimizerIds.filter((id) => BUNDLED.includes(id))).toEqual(BUNDLED);
});

test('an optimizer’s first semantics, torch’s where it has it, are its default', () => {
  expect(semanticsFor('adam')).toBe('torch');
  expect(semanticsFor('lion')).toBe('paper');
  expect(BUNDLED.filter((id) => semanticsOf(id).includes('book'))).toEqual([
    'sgd',
    'momentum',
    'nesterov',
    'adagrad',
    'rmsprop',
    'adam',
  ]);
});

test('a semantics that an optimizer lacks is an error that names those it has', () => {
  expect(() => ruleOf('adamw', 'book')).toThrow('the optimizer "adamw" has no book semantics; it has torch');
  expect(() => ruleOf('lion', 'torch')).toThrow('it has paper');
  expect(() => ruleOf('toString')).toThrow('no optimizer "toString"');
  expect(isOptimizerId('__proto__')).toBe(false);
});

test("Adam's per-step table: η/(1−β₁ᵗ) and √(1−β₂ᵗ)", () => {
  const rule = ruleOf('adam', 'torch');
  expect(perStepNames(rule)).toEqual(['rate', 'root']);
  const table = perStepTable(rule, { ...defaultsOf(rule.params), lr: 0.3, beta1: 0.5, beta2: 0.75 }, 3);
  // Halves and quarters: exact but for the roots and one division.
  const expected = [0.6, 0.5, 0.3 / 0.75, Math.sqrt(1 - 0.5625), 0.3 / 0.875, Math.sqrt(1 - 0.421875)];
  expect([...table]).toEqual(expected);
});

test("NAdam's running product is carried from step to step", () => {
  const rule = ruleOf('nadam', 'torch');
  const names = perStepNames(rule);
  const table = perStepTable(rule, defaultsOf(rule.params), 50);
  const at = (t: number, name: string) => table[(t - 1) * names.length + names.indexOf(name)]!;
  let product = 1;
  for (let t = 1; t <= 50; t++) {
    product *= 0.9 * (1 - 0.5 * 0.96 ** (t * 0.004));
    expect(at(t, 'product')).toBeCloseTo(product, 15);
    expect(at(t, 'mu_next')).toBeCloseTo(0.9 * (1 - 0.5 * 0.96 ** ((t + 1) * 0.004)), 15);
  }
});

test('a rule without per-step lines has an empty table', () => {
  const rule = ruleOf('sgd', 'torch');
  expect(perStepNames(rule)).toEqual([]);
  expect(perStepTable(rule, defaultsOf(rule.params), 100)).toHaveLength(0);
});

test('a rule is compiled once, and each run starts from its own carried scalars', () => {
  const rule = ruleOf('nadam', 'torch');
  expect(compileRule(rule)).toBe(compileRule(rule));
  const twice = [0, 0].map(() => perStepTable(rule, defaultsOf(rule.params), 5));
  expect(twice[0]).toEqual(twice[1]);
});

test('rules of + − × ÷ √ alone are exact, those with βᵗ are not', () => {
  const exact = BUNDLED.filter((id) => compileRule(ruleOf(id)).exact);
  expect(exact).toEqual(['sgd', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adadelta', 'lion']);
});

test('names out of scope are refused when a rule is compiled', () => {
  const rule = ruleOf('sgd', 'torch');
  expect(() => compileRule({ ...rule, perCoordinate: [['x', 'x - lr*gradient']] })).toThrow('gradient');
  // The gradient is a coordinate's, so a per-step line cannot see it.
  expect(() => compileRule({ ...rule, perStep: [['k', 'lr*g']] })).toThrow('g');
});
