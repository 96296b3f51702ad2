import { expect, test } from 'vitest';
import { effectiveRates } from '../../src/optimizers/effectiveRate.ts';
import { ruledOptimizerIds, ruleOf, semanticsOf } from '../../src/optimizers/index.ts';
import { runOptimizer } from '../../src/optimizers/run.ts';
import { gradientAt } from '../../src/optimizers/update.ts';
import { defaultsOf } from '../../src/params/spec.ts';
import { surfaces } from '../../src/surfaces/index.ts';
import { objectiveOf } from '../../src/surfaces/objective.ts';

const rules = ruledOptimizerIds.flatMap((id) => semanticsOf(id).map((semantics) => [id, semantics] as const));
const disturbance = {
  inject: { step: 8, gradient: [3, -2] },
  lrChange: { step: 12, factor: 0.5 },
  noise: { sd: 0.1, batch: 1, seed: 1 },
} as const;

function ran(id: string, semantics: (typeof rules)[number][1], more: Record<string, number> = {}) {
  const rule = ruleOf(id, semantics);
  const params = { ...defaultsOf(rule.params), lr: 0.1, ...more };
  const objective = objectiveOf(surfaces.bowl.formula, { anisotropy: 20 });
  const record = runOptimizer({
    rule,
    params,
    objective,
    start: [-7, 2],
    steps: 30,
    domain: null,
    disturbance,
    fmin: 0,
  });
  return { rule, params, record };
}

/** What the steps of each follow: its memory of gradients, else the gradient. */
const follows: Readonly<Record<string, string>> = {
  momentum: 'b',
  adam: 'm',
  amsgrad: 'm',
  adamw: 'm',
  adamax: 'm',
  radam: 'm',
  adabelief: 'm',
  yogi: 'm',
  prodigy: 'm',
};
const NO_ONE_RATE = ['nesterov', 'nadam', 'lion', 'adan', 'schedule-free'];

test.each(rules.filter(([id]) => !NO_ONE_RATE.includes(id)))(
  '%s (%s): the step is the rate times what it follows, disturbed and noisy as it is',
  (id, semantics) => {
    const { rule, params, record } = ran(id, semantics, id === 'adamw' ? { weight_decay: 0 } : {});
    for (const axis of [0, 1] as const) {
      const rates = effectiveRates(rule, params, record, axis, disturbance)!;
      expect(rates).toHaveLength(31);
      expect(rates[0]).toBeNaN();
      for (let t = 1; t <= 30; t++) {
        const [from, to] = [2 * t - 2 + axis, 2 * t + axis];
        const step = record.x[to]! - record.x[from]!;
        const memory = record.state[follows[id] ?? '']?.[to];
        const lr = t < 12 ? 0.1 : 0.05;
        const followed = id === 'momentum' && semantics === 'book' ? record.state['v']![to]! / -lr : memory;
        const expected = -rates[t]! * (followed ?? gradientAt(record, t, axis, disturbance));
        // Where a momentum is all but gone, x’s own rounding is the step’s.
        expect(Math.abs(step - expected)).toBeLessThan(1e-13);
      }
    }
  },
);

test('SGD and Momentum: η, and from its change on the other; AdaGrad: η/(√h + ε), never rising', () => {
  for (const id of ['sgd', 'momentum'] as const) {
    for (const semantics of ['book', 'torch'] as const) {
      const { rule, params, record } = ran(id, semantics);
      const rates = effectiveRates(rule, params, record, 0, disturbance)!;
      expect([...rates.slice(1, 12)]).toEqual(Array.from({ length: 11 }, () => 0.1));
      expect([...rates.slice(12)]).toEqual(Array.from({ length: 19 }, () => 0.05));
    }
  }
  const { rule, params, record } = ran('adagrad', 'book');
  const rates = effectiveRates(rule, params, record, 1, {})!;
  const h = record.state['h']!;
  for (let t = 1; t <= 30; t++) expect(rates[t]! / (0.1 / (Math.sqrt(h[2 * t + 1]!) + 1e-7))).toBeCloseTo(1, 12);
  for (let t = 2; t <= 30; t++) expect(rates[t]!).toBeLessThanOrEqual(rates[t - 1]!);
});

test.each(NO_ONE_RATE)('%s follows two things, or a sign: no one rate', (id) => {
  for (const semantics of semanticsOf(id)) {
    const { rule, params, record } = ran(id, semantics);
    expect(effectiveRates(rule, params, record, 0)).toBeNull();
  }
});
