import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { swarmFloat64 } from '../../src/jobs/swarm.ts';
import { optimize } from '../../src/jobs/optimize.ts';
import { perStepTable } from '../../src/optimizers/compile.ts';
import { ruleOf } from '../../src/optimizers/index.ts';
import { scheduleFactor, scheduleKinds, type Schedule } from '../../src/optimizers/schedule.ts';
import { updateAt } from '../../src/optimizers/update.ts';
import { swarmSpec } from '../gpu/specs.ts';

const file = readFileSync(new URL('../fixtures/schedules/torch.json', import.meta.url), 'utf8');
const { schedules } = JSON.parse(file) as { readonly schedules: readonly (Schedule & { readonly rates: number[] })[] };

test('every kind has a reference', () => {
  expect(new Set(schedules.map(({ kind }) => kind))).toEqual(new Set(scheduleKinds));
});

test.each(schedules)(
  '$kind over $over, factor $factor: lr of every update as torch’s scheduler sets it',
  (schedule) => {
    schedule.rates.forEach((rate, epoch) => {
      // torch multiplies step by step, at most 37 roundings.
      expect(Math.abs(scheduleFactor(schedule, epoch + 1) - rate)).toBeLessThan(1e-14);
    });
  },
);

test('behind its end a schedule rests where it is, whatever its length', () => {
  for (const kind of ['cosine', 'warmup', 'onecycle'] as const) {
    for (const over of [1, 2, 3, 4, 10]) {
      const at = (step: number) => scheduleFactor({ kind, over, factor: 0.25 }, step);
      expect(at(500)).toBe({ cosine: 0.25, warmup: 1, onecycle: 0.25e-4 }[kind]);
      for (let step = 1; step < 12; step++) expect(at(step)).toBeGreaterThanOrEqual(0.25e-4);
    }
  }
});

test('SGD under a schedule: each update by its own lr, and the same in the rule’s card and in the swarm', () => {
  const schedule = { kind: 'step', over: 3, factor: 0.5 } as const;
  const spec = { ...swarmSpec('bowl', 'sgd', 'torch', { lr: 0.5 }, { step: 8, count: 1 }), disturbance: { schedule } };
  const record = optimize({ ...spec, steps: 9 });
  let [x, y] = [-7, 2];
  for (let n = 1; n <= 9; n++) {
    const lr = 0.5 * 0.5 ** Math.floor((n - 1) / 3);
    [x, y] = [x - (lr * x) / 10, y - lr * 2 * y];
    expect(record.x[2 * n]).toBeCloseTo(x, 12);
    expect(record.x[2 * n + 1]).toBeCloseTo(y, 12);
    const last = updateAt(ruleOf('sgd', 'torch'), spec.params, record, n, spec.disturbance).at(-1)!;
    expect(last.at[0]!.values['lr']).toBe(lr);
    expect(last.at[0]!.result).toBe(record.x[2 * n]);
  }
  expect(Array.from(swarmFloat64(spec).subarray(2))).toEqual([Math.fround(record.x[18]!), Math.fround(record.x[19]!)]);
});

test('what Adam computes once an update follows the schedule', () => {
  const schedule = { kind: 'warmup', over: 4, factor: 0 } as const;
  const rule = ruleOf('adam', 'torch');
  const params = { lr: 1, beta1: 0, beta2: 0, eps: 0, weight_decay: 0 };
  const table = perStepTable(rule, params, 6, { schedule });
  const width = table.length / 6;
  expect(Array.from({ length: 6 }, (_, t) => table[t * width])).toEqual([0, 0.25, 0.5, 0.75, 1, 1]);
});
