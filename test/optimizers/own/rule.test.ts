import { expect, test } from 'vitest';
import { FormulaError } from '../../../src/formula/index.ts';
import { optimizerIds, ruleOf, semanticsOf } from '../../../src/optimizers/index.ts';
import { compactText, ownIdOf, readRule, ruleText, spreadText } from '../../../src/optimizers/own/index.ts';
import { runOptimizer } from '../../../src/optimizers/run.ts';
import type { Rule } from '../../../src/optimizers/types.ts';
import { defaultsOf } from '../../../src/params/spec.ts';
import { objectiveFor } from '../../../src/surfaces/objective.ts';
import { surfaces } from '../../../src/surfaces/index.ts';

const run = (rule: Rule) =>
  runOptimizer({
    rule,
    params: defaultsOf(rule.params),
    objective: objectiveFor(surfaces.beale),
    start: [1, 1],
    steps: 40,
    domain: null,
  });

for (const id of optimizerIds) {
  for (const semantics of semanticsOf(id)) {
    const { perPoint, gradientAt } = ruleOf(id, semantics);
    // An own rule asks for no sum over the coordinates and no slope elsewhere.
    if (perPoint || gradientAt !== undefined) continue;
    test(`${id} (${semantics}), written out and read back, runs bit for bit as it did`, () => {
      const rule = ruleOf(id, semantics);
      const text = ruleText(rule, { lr: 0.02 });
      const own = readRule(text).rule;
      const expected = run({ ...rule, params: { ...rule.params, lr: { ...rule.params['lr']!, default: 0.02 } } });
      expect(run(own).x).toEqual(expected.x);
      // What it remembers is found again, by what is read before it is written.
      expect(rule.state ?? []).toEqual(expect.arrayContaining([...(own.state ?? [])]));
      expect(run(readRule(compactText(text)).rule).x).toEqual(expected.x);
    });
  }
}

test('which stage a line belongs to follows from what it reads', () => {
  const { rule, title, saysRate } = readRule(`
    # Warm momentum
    beta = 0.9
    warm = 1
    warm = warm*0.5; mu = beta*(1 - warm)
    m = mu*m + g
    x -= lr*m
  `);
  expect(title).toBe('Warm momentum');
  expect(saysRate).toBe(false);
  expect(Object.keys(rule.params)).toEqual(['beta', 'lr']);
  expect(rule.params['beta']).toMatchObject({ default: 0.9, symbol: 'β' });
  expect(rule.carried).toEqual({ warm: 1 });
  expect(rule.perStep).toEqual([
    ['warm', 'warm*0.5'],
    ['mu', 'beta*(1 - warm)'],
  ]);
  expect(rule.state).toEqual(['m']);
  expect(rule.perCoordinate).toEqual([
    ['m', 'mu*m + g'],
    ['x', 'x - (lr*m)'],
  ]);
});

test('memory begins at 0; a scalar of the update begins at the number that is said', () => {
  const { rule } = readRule('s = s + 1/t; c = 3; c = c + 1; x = x - s*c*g');
  expect(rule.carried).toEqual({ s: 0, c: 3 });
  expect(rule.params).toEqual({});
});

test.each([
  ['', 0, 'empty'],
  ['x = x - lr*g\nhello', 13, 'rule-assignment'],
  ['x = x - lr*(g', 11, 'unclosed-parenthesis'],
  ['m = 0.9*m + g\nx = x - lr*n', 25, 'rule-undeclared'],
  ['momentum = 0.9; m = momentun*m + g; x = x - m', 20, 'unknown-name'],
  ['m = g\nx == 2', 9, 'forbidden'],
  ['1m = 2\nx = x - g', 0, 'rule-name'],
  ['m__1 = 2\nx = x - g', 0, 'rule-name'],
  ['η = 2\nx = x - η*g', 0, 'rule-name'],
  ['t = 2\nx = x - g', 0, 'rule-taken'],
  ['sqrt = 2\nx = x - g', 0, 'rule-taken'],
  ['constructor = 2\nx = x - g', 0, 'rule-taken'],
  ['m = m + g', 9, 'rule-no-x'],
  ['m = 1\nm = m + g\nx = x - m', 0, 'rule-start'],
  ['x = x - mu*g\nmu = 0.9^t', 13, 'rule-order'],
  [`${'a = 1; '.repeat(31)}x = x - g`, 210, 'rule-lines'],
  ['x = x - y*g', 8, 'rule-undeclared'],
])('%j is refused at %i: %s', (text, position, code) => {
  let found: unknown;
  try {
    readRule(text);
  } catch (error) {
    found = error;
  }
  expect(found).toBeInstanceOf(FormulaError);
  expect(found).toMatchObject({ position, code });
});

test('a plain number that says 0 of a memory is let be', () => {
  expect(readRule('m = 0; m = 0.9*m + g; x = x - m').rule).toMatchObject({ state: ['m'], params: {} });
});

test('blanks and the way lines end make no other rule', () => {
  expect(ownIdOf(' m = g \n\n x = x - m;')).toBe(ownIdOf('m = g; x = x - m'));
  expect(spreadText('# a; m = g; x = x - m')).toBe('# a\nm = g\nx = x - m');
});
