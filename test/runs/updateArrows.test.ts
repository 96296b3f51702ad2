import { expect, test } from 'vitest';
import { experimentOn } from '../../src/experiments/index.ts';
import { optimize } from '../../src/jobs/optimize.ts';
import type { OptimizeSpec } from '../../src/jobs/specs.ts';
import { ruledOptimizerIds, ruleOf, semanticsOf } from '../../src/optimizers/index.ts';
import { stateRoles } from '../../src/optimizers/roles.ts';
import { updateAt } from '../../src/optimizers/update.ts';
import { defaultsOf } from '../../src/params/spec.ts';
import { shownUpdateOf } from '../../scenes/optimizers/runs/shownUpdate.ts';
import { updateArrowsOf } from '../../scenes/optimizers/runs/updateArrows.ts';
import { surfaces } from '../../src/surfaces/index.ts';

const STEPS = 12;
/** Where a rule keeps a measure of gradient size: s, h, u, v by the rule's own name for it; the first where it keeps two. A newcomer's is told from its rule. */
const scales: Readonly<Record<string, string | null>> = {
  'sgd torch': null,
  'sgd book': null,
  'momentum torch': null,
  'momentum book': null,
  'nesterov torch': null,
  'nesterov book': null,
  'lion paper': null,
  'adagrad torch': 's',
  'adagrad book': 'h',
  'rmsprop torch': 'v',
  'rmsprop book': 'h',
  'adadelta torch': 'v',
  'adam torch': 'v',
  'adam book': 'v',
  'amsgrad torch': 'v',
  'adamw torch': 'v',
  'adamax torch': 'u',
  'nadam torch': 'v',
};

function specOf(optimizer: string, semantics: OptimizeSpec['semantics'], lr = 0.05): OptimizeSpec {
  const { formula, params, domain } = surfaces.bowl;
  const { start } = experimentOn('bowl');
  return {
    surface: { id: 'bowl', formula, params: defaultsOf(params), domain },
    optimizer,
    semantics,
    params: { ...defaultsOf(ruleOf(optimizer, semantics).params), lr },
    start,
    steps: STEPS,
    disturbance: { inject: { step: 4, gradient: [3, -5] }, lrChange: { step: 6, factor: 0.5 } },
  };
}

test('the update shown leaves the step shown; at the end, and past it where a run diverged, it is the last one', () => {
  expect([0, 1, 2, 3, 4, 9].map((shown) => shownUpdateOf({ count: 5 }, shown))).toEqual([
    { step: 1, which: 'next' },
    { step: 2, which: 'next' },
    { step: 3, which: 'next' },
    { step: 4, which: 'next' },
    { step: 4, which: 'last' },
    { step: 4, which: 'last' },
  ]);
  expect([0, 1].map((shown) => shownUpdateOf({ count: 1 }, shown))).toEqual([null, null]);
});

for (const optimizer of ruledOptimizerIds) {
  for (const semantics of semanticsOf(optimizer)) {
    test(`${optimizer} (${semantics}): arrows are the numbers of the card's update at every step shown, disturbed and at the end`, () => {
      const spec = specOf(optimizer, semantics);
      const rule = ruleOf(optimizer, semantics);
      const record = optimize(spec);
      expect(record.count).toBe(STEPS + 1);
      for (let shown = 0; shown <= STEPS; shown++) {
        const step = Math.min(shown + 1, STEPS);
        const lines = updateAt(rule, spec.params, record, step, spec.disturbance);
        const lr = record.point?.scalars['rate']?.[step] ?? (step >= 6 ? 0.025 : 0.05);
        /** What the last line of a name gave: what the card shows behind its last =. */
        const left = (name: string) => lines.findLast(({ line }) => line.name === name)!.at.map(({ result }) => result);
        const [bx, by] = [record.x[2 * step - 2]!, record.x[2 * step - 1]!];
        const update = updateArrowsOf({ record, spec }, shown)!;
        expect([update.x, update.y, update.which]).toEqual([bx, by, shown === STEPS ? 'last' : 'next']);
        const added = step === 4 ? [3, -5] : [0, 0];
        for (const { kind, symbol, baked, dx, dy } of update.arrows) {
          const expected = {
            gradient: () => [0, 1].map((k) => -lr * ((record.point?.seen ?? record.g)[2 * step - 2 + k]! + added[k]!)),
            memory: () => left(symbol).map((value) => (baked ? 1 : -lr) * value),
            step: () => left('x').map((value, k) => value - [bx, by][k]!),
          }[kind]();
          // One product or difference of the very same numbers: bit for bit.
          expect([shown, kind, dx, dy]).toEqual([shown, kind, ...expected]);
        }
        expect(update.arrows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['gradient', 'step'] as const));
        const told = scales[`${optimizer} ${semantics}`];
        const symbol = told === undefined ? stateRoles(rule).find(({ role }) => role === 'scale')?.name : told;
        const [x, y] = symbol == null ? [] : left(symbol).map(Math.sqrt);
        expect([shown, update.scale]).toEqual([shown, symbol == null ? null : { symbol, x, y }]);
      }
    });
  }
}

test('a run that diverges keeps the arrows of its last update; one that diverges at once has none', () => {
  const { disturbance: _, ...spec } = specOf('sgd', 'book', 1e9);
  const record = optimize({ ...spec, steps: 30 });
  expect(record.status).toBe('diverged');
  const last = record.count - 2;
  expect(updateArrowsOf({ record, spec }, 30)?.x).toBe(record.x[2 * last]);
  const none = optimize({ ...spec, params: { ...spec.params, lr: 1e20 } });
  expect([none.count, updateArrowsOf({ record: none, spec }, 0)]).toEqual([1, null]);
});
