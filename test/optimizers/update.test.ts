import { expect, test } from 'vitest';
import { experimentOn } from '../../src/experiments/index.ts';
import { optimize } from '../../src/jobs/optimize.ts';
import { ruledOptimizerIds, ruleOf, semanticsOf } from '../../src/optimizers/index.ts';
import { ruleLines, updateAt } from '../../src/optimizers/update.ts';
import { defaultsOf } from '../../src/params/spec.ts';
import { surfaces } from '../../src/surfaces/index.ts';

const STEPS = 30;
const { formula, params: surfaceParams, domain } = surfaces.bowl;
const { start } = experimentOn('bowl');
const disturbances = {
  undisturbed: {},
  disturbed: { inject: { step: 7, gradient: [3, -5] as const }, lrChange: { step: 12, factor: 0.5 } },
};

for (const optimizer of ruledOptimizerIds) {
  for (const semantics of semanticsOf(optimizer)) {
    for (const [title, disturbance] of Object.entries(disturbances)) {
      test(`${optimizer} (${semantics}), ${title}: every line of each of 30 updates leads from row to row of the record`, () => {
        const rule = ruleOf(optimizer, semantics);
        // A weight decay that is not 0, so that every term of every line counts.
        const params = {
          ...defaultsOf(rule.params),
          lr: 0.05,
          ...('weight_decay' in rule.params ? { weight_decay: 0.01 } : {}),
        };
        const surface = { id: 'bowl', formula, params: defaultsOf(surfaceParams), domain };
        const record = optimize({ surface, optimizer, semantics, params, start, steps: STEPS, disturbance });
        expect(record.count).toBe(STEPS + 1);
        for (let step = 1; step <= STEPS; step++) {
          const lines = updateAt(rule, params, record, step, disturbance);
          expect(lines.map(({ line }) => line)).toEqual(ruleLines(rule));
          for (const axis of [0, 1]) {
            const last = new Map(lines.map(({ line, at }) => [line.name, at[at.length === 1 ? 0 : axis]!.result]));
            // Same operations in the same order: the same bits.
            expect(last.get('x')).toBe(record.x[2 * step + axis]);
            for (const name of rule.state ?? []) expect(last.get(name)).toBe(record.state[name]![2 * step + axis]);
            for (const [name, column] of Object.entries(record.point?.scalars ?? {})) {
              expect(last.get(name)).toBe(column[step]);
            }
            const first = lines.find(({ line, at }) => line.per === 'coordinate' && 'g' in at[axis]!.values)!;
            const added = 'inject' in disturbance && step === 7 ? disturbance.inject.gradient[axis]! : 0;
            const taken = record.point?.seen ?? record.g;
            expect(first.at[axis]!.values['g']).toBe(taken[2 * step - 2 + axis]! + added);
          }
        }
      });
    }
  }
}

test('an update that the record does not have is refused', () => {
  const rule = ruleOf('sgd', 'book');
  const surface = { id: 'bowl', formula, params: defaultsOf(surfaceParams), domain };
  const spec = { surface, optimizer: 'sgd', semantics: 'book', params: { lr: 0.1 }, start, steps: 3 } as const;
  const record = optimize(spec);
  for (const step of [0, 4, 1.5]) expect(() => updateAt(rule, spec.params, record, step)).toThrow(RangeError);
});
