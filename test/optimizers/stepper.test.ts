import { expect, test } from 'vitest';
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

test.each(each)('$id ($semantics) on four coordinates is two runs on two, bit for bit', ({ rule }) => {
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
});

const [MANY, STEPS] = [700, 12];
const draws = (name: string) => Float64Array.from({ length: MANY }, createRng(1, 'stepper test', name).gaussian);

test.each(each)(
  '$id ($semantics) over blocks is the rule coordinate by coordinate, taken up again midway, bit for bit',
  ({ rule }) => {
    const params = { ...defaultsOf(rule.params), ...('lr' in rule.params && { lr: 0.05 }) };
    const [one, many] = [draws('start'), draws('start')];
    const byOne = createStepper(rule, params, MANY);
    const memory: Memory = {};
    let byBlock = createBlockStepper(rule, params, MANY, memory);
    for (let t = 1; t <= STEPS; t++) {
      if (t === 5) byBlock = createBlockStepper(rule, params, MANY, structuredClone(memory));
      const gradient = draws(`gradient ${t}`);
      byOne(one, gradient, t === 8 ? 0.5 : 1);
      byBlock(many, gradient, t === 8 ? 0.5 : 1);
      expect(many).toEqual(one);
    }
  },
);

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
