import { expect, test } from 'vitest';
import { FormulaError } from '../../../src/formula/index.ts';
import { ruledOptimizerIds, ruleOf, semanticsOf } from '../../../src/optimizers/index.ts';
import { compactText, ownIdOf, readRule, ruleText, spreadText } from '../../../src/optimizers/own/index.ts';
import { compileRule } from '../../../src/optimizers/compile.ts';
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
    fmin: 0,
  });

for (const id of ruledOptimizerIds) {
  for (const semantics of semanticsOf(id)) {
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
  ['n = sum(g^2\nx = x - g/n', 7, 'unclosed-parenthesis'],
  ['n = sqrt(sum(g*q))\nx = x - g/n', 15, 'rule-undeclared'],
  ['n = sum(g/sum(g))\nx = x - g/n', 10, 'rule-sum'],
  ['k = 0.1; x = x - k*gradient(x)', 19, 'rule-gradient'],
  ['g = gradient(x + g)\ng = gradient(x - g)\nx = x - g', 24, 'rule-gradient'],
  ['g = gradient(x + nu*g)\nx = x - g', 17, 'rule-undeclared'],
  ['g = gradient(x - f*g)\nx = x - g', 4, 'rule-place'],
  ['m = 0.9*m + g\ng = gradient(x - m)\nx = x - g', 0, 'rule-early'],
  ['u = 0.1*g\ng = gradient(x + u)\nx = x - g - u', 0, 'rule-early'],
  ['k = sum(g)\nn = sum(g*k)\ng = gradient(x + n*g)\nx = x - g', 28, 'rule-sum'],
  ['fmin = 1; x = x - g', 0, 'rule-taken'],
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

/* The text's lines one after another on vectors, by plain JavaScript: what a reader of the text expects. */
test.each<readonly [title: string, text: string, update: (s: Steps) => void]>([
  [
    'a sum within a line of its own coordinate',
    'lr = 0.01; x = x - lr*g/sqrt(sum(g^2))',
    (s) => {
      const n = Math.sqrt(s.g[0]! * s.g[0]! + s.g[1]! * s.g[1]!);
      s.x = s.x.map((x, i) => x - (0.01 * s.g[i]!) / n);
    },
  ],
  [
    'a sum of what lines above have changed (LAMB)',
    'b = 0.9; m = b*m + (1-b)*g; u = m/(1-b^t) + 0.01x; r = sqrt(sum(x^2))/sqrt(sum(u^2)); x -= 0.01*r*u; k = sum(x)',
    (s) => {
      const m = (s.m ?? [0, 0]).map((one, i) => 0.9 * one + 0.1 * s.g[i]!);
      const u = m.map((one, i) => one / (1 - 0.9 ** s.t) + 0.01 * s.x[i]!);
      const norm = ([a = 0, b = 0]: readonly number[]) => Math.sqrt(a * a + b * b);
      const r = norm(s.x) / norm(u);
      s.x = s.x.map((x, i) => x - 0.01 * r * u[i]!);
      s.m = m;
    },
  ],
  [
    'the gradient elsewhere, its place in several lines',
    'rho = 0.1; n = sqrt(sum(g^2)); u = rho*g/n; q = x + u; g = gradient(q); x = x - 0.005*g',
    (s) => {
      const n = Math.sqrt(s.g[0]! * s.g[0]! + s.g[1]! * s.g[1]!);
      const g = s.gradient(s.x.map((x, i) => x + (0.1 * s.g[i]!) / n));
      s.x = s.x.map((x, i) => x - 0.005 * g[i]!);
    },
  ],
  [
    'a look ahead along a memory (Nesterov), and f in the step',
    'mu = 0.8; q = x + mu*v; g = gradient(q); v = mu*v - 0.002*g/(1 + f); x = q + (v - mu*w); w = v',
    (s) => {
      const v = s.v ?? [0, 0];
      const w = s.w ?? [0, 0];
      const y = s.x.map((x, i) => x + 0.8 * v[i]!);
      const g = s.gradient(y);
      const next = v.map((one, i) => 0.8 * one - (0.002 * g[i]!) / (1 + s.f));
      s.x = y.map((one, i) => one + (next[i]! - 0.8 * w[i]!));
      s.v = next;
      s.w = next;
    },
  ],
  [
    'a scalar that the next update reads first',
    'last = 9; k = 0.001; d = last - f; last = f; k = k*(1 + 0.1*sign(d)); x = x - k*g/sqrt(fmin + 1)',
    (s) => {
      s.k = (s.k ?? 0.001) * (1 + 0.1 * Math.sign((s.last ?? 9) - s.f));
      s.last = s.f;
      s.x = s.x.map((x, i) => x - s.k! * s.g[i]!);
    },
  ],
])('%s: as its lines say one after another', (_, text, update) => {
  const { evaluate } = objectiveFor(surfaces.beale);
  const at = (x: readonly number[]) => {
    const out = new Float64Array(3);
    evaluate(x[0]!, x[1]!, out);
    return out;
  };
  const state: Steps = { t: 0, x: [1, 1], f: 0, g: [], gradient: (x) => [...at(x).subarray(1)] };
  const expected = Array.from({ length: 41 }, (__, t) => {
    if (t > 0) Object.assign(state, { t, f: at(state.x)[0], g: state.gradient(state.x) });
    if (t > 0) update(state);
    return state.x;
  }).flat();
  const { x } = run(readRule(text).rule);
  expect(Math.max(...expected.map((value, i) => Math.abs(value - x[i]!)))).toBeLessThan(1e-13);
  expect(x.length).toBe(expected.length);
});

interface Steps {
  t: number;
  x: readonly number[];
  f: number;
  g: readonly number[];
  readonly gradient: (at: readonly number[]) => readonly number[];
  m?: readonly number[];
  v?: readonly number[];
  w?: readonly number[];
  k?: number;
  last?: number;
}

test('a plain number that says 0 of a memory is let be', () => {
  expect(readRule('m = 0; m = 0.9*m + g; x = x - m').rule).toMatchObject({ state: ['m'], params: {} });
});

test('what an input method types full-width is the same rule', () => {
  const wide = readRule('ｇ＝ｇｒａｄｉｅｎｔ（ｘ＋ｇ）；ｎ＝ｓｕｍ（ｇ＾２）；ｘ－＝ｇ／（１＋ｎ）');
  expect(compileRule(wide.rule).exact).toBe(true);
  expect(wide.rule.gradientAt).toBe('x+g');
  expect(() => readRule('ｎ＝ｓｕｍ（ｑ）')).toThrow(expect.objectContaining({ code: 'rule-undeclared', position: 6 }));
});

test('blanks and the way lines end make no other rule', () => {
  expect(ownIdOf(' m = g \n\n x = x - m;')).toBe(ownIdOf('m = g; x = x - m'));
  expect(spreadText('# a; m = g; x = x - m')).toBe('# a\nm = g\nx = x - m');
});
