import { expect, test } from 'vitest';
import { compile as compileFormula, compileColumns, createSlots, parseFormula } from '../../src/formula/index.ts';
import { fastArithmetic } from '../../src/jobs/networkArithmetic.ts';
import { createRng } from '../../src/math/rng.ts';
import { optimizerIds, ruleOf, semanticsOf } from '../../src/optimizers/index.ts';
import { runOptimizer } from '../../src/optimizers/run.ts';
import { createBlockStepper, type Memory } from '../../src/optimizers/blockStepper.ts';
import { createStepper } from '../../src/optimizers/stepper.ts';
import { defaultsOf } from '../../src/params/spec.ts';
import { objectiveOf } from '../../src/surfaces/objective.ts';

const objective = objectiveOf('x^2/20 + y^2 + x*y/9', {});
const each = optimizerIds.flatMap((id) =>
  semanticsOf(id).map((semantics) => ({ id, semantics, rule: ruleOf(id, semantics) })),
);

// What looks at the whole point sees four coordinates.
test.each(each.filter(({ rule }) => !rule.perPoint))(
  '$id ($semantics) on four coordinates is two runs on two, bit for bit',
  ({ rule }) => {
    const params = { ...defaultsOf(rule.params), ...('lr' in rule.params && { lr: 0.01 }) };
    const starts = [
      [-7, 2],
      [1.5, -0.25],
    ] as const;
    const steps = 40;
    const runs = starts.map((start) => runOptimizer({ rule, params, objective, start, steps, domain: null }));
    const gradient = new Float64Array(4);
    const sample = new Float64Array(3);
    for (const create of [createStepper, createBlockStepper]) {
      const x = Float64Array.from(starts.flat());
      const step = create(rule, params, 4);
      for (let t = 1; t <= steps; t++) {
        for (const k of [0, 1]) {
          objective.evaluate(x[2 * k]!, x[2 * k + 1]!, sample);
          gradient.set(sample.subarray(1), 2 * k);
        }
        step(x, gradient);
        expect([...x]).toEqual(runs.flatMap((run) => [...run.x.subarray(2 * t, 2 * t + 2)]));
      }
    }
  },
);

// More than a block of either way, and an odd number.
const [MANY, STEPS] = [2481, 12];
const draws = (name: string) => Float64Array.from({ length: MANY }, createRng(1, 'stepper test', name).gaussian);

test.each(
  each.flatMap((one) => [
    { ...one, way: 'plain loops', compile: compileColumns },
    { ...one, way: 'SIMD', compile: fastArithmetic().compileColumns },
  ]),
)('$id ($semantics) by $way is the rule coordinate by coordinate, taken up again midway, bit for bit', (one) => {
  const { rule, compile } = one;
  const params = { ...defaultsOf(rule.params), ...('lr' in rule.params && { lr: 0.05 }) };
  const [slow, fast] = [draws('start'), draws('start')];
  const bySlow = createStepper(rule, params, MANY);
  const memory: Memory = {};
  let byFast = createBlockStepper(rule, params, MANY, memory, compile);
  for (let t = 1; t <= STEPS; t++) {
    if (t === 5) byFast = createBlockStepper(rule, params, MANY, structuredClone(memory), compile);
    // A gradient of nothing, where a sign has its third value.
    const gradient = draws(`gradient ${t}`).fill(0, 7, 9);
    bySlow(slow, gradient, t === 8 ? 0.5 : 1);
    byFast(fast, gradient, t === 8 ? 0.5 : 1);
    expect(fast).toEqual(slow);
  }
});

test('every operation over columns is that of the formulas, infinities and NaN too, by either way', () => {
  const lines = [
    'a + b',
    'a - b',
    'a*b',
    'a/b',
    '-a',
    'sqrt(a)',
    'abs(a)',
    'sign(a)',
    'min(a, b)',
    'max(a, b)',
    'k*a + 2',
  ];
  const edge = [0, -0, 1, -1, 2.5, -3, 1e308, 5e-324, Infinity, -Infinity, NaN];
  const pairs = edge.flatMap((a) => edge.map((b) => [a, b] as const));
  const names = lines.map((_, i) => `r${i}`);
  const slots = createSlots(['k']);
  const written = lines.map((text, i) => [names[i]!, parseFormula(text, ['a', 'b', 'k'])] as const);
  for (const compile of [compileColumns, fastArithmetic().compileColumns]) {
    const run = compile(written, slots, ['a', 'b', ...names], names);
    const columns = [0, 1].map((side) => Float64Array.from(pairs, (pair) => pair[side]!));
    const results = names.map(() => new Float64Array(pairs.length));
    run(Float64Array.of(0.5), [...columns, ...results]);
    lines.forEach((text, i) => {
      const evaluate = compileFormula([parseFormula(text, ['a', 'b', 'k'])], ['a', 'b', 'k']);
      const out = new Float64Array(1);
      const expected = pairs.map(([a, b]) => (evaluate(Float64Array.of(a, b, 0.5), out), out[0]!));
      expect([text, ...results[i]!]).toEqual([text, ...expected]);
    });
  }
});

test('what SIMD has not, as a power, goes by the plain loops', () => {
  const slots = createSlots();
  const run = fastArithmetic().compileColumns([['a', parseFormula('a^2.5 + exp(a)', ['a'])]], slots, ['a'], ['a']);
  const a = Float64Array.of(0.5, 1, 2);
  run(new Float64Array(0), [a]);
  expect([...a]).toEqual([0.5, 1, 2].map((v) => v ** 2.5 + Math.exp(v)));
});

test('a factor scales lr for one update, as a change of lr does', () => {
  const rule = ruleOf('adam', 'torch');
  const params = { ...defaultsOf(rule.params), lr: 0.1 };
  const disturbance = { lrChange: { step: 3, factor: 0.5 } };
  const run = runOptimizer({ rule, params, objective, start: [-7, 2], steps: 6, domain: null, disturbance });
  const x = Float64Array.of(-7, 2);
  const step = createStepper(rule, params, 2);
  const sample = new Float64Array(3);
  for (let t = 1; t <= 6; t++) {
    objective.evaluate(x[0]!, x[1]!, sample);
    step(x, sample.slice(1), t >= 3 ? 0.5 : 1);
  }
  expect([...x]).toEqual([...run.x.subarray(12)]);
});
