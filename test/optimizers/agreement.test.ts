import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { deviation, fixture, fixtureNames, ours, type FixtureRun } from './fixtures.ts';

/*
 * What 1e-12 rests on: both sides are IEEE 754 float64 and differ only in the order of a few operations (torch's
 * autograd against our symbolic gradient, addcdiv against the written formula) and in the last bit of pow. That is some
 * 1e-16 a step, which the runs (none chaotic: see the scripts' learning rates) carry through 200 steps to about 1e-14.
 * The slightest difference in a rule (ε inside the root, a corrected moment) shows from 1e-9 up.
 */
const TOLERANCE = 1e-12;

const title = (run: FixtureRun) =>
  `${run.optimizer} (${run.semantics}) on ${run.surface} ${JSON.stringify(run.params)} agrees with the reference`;

for (const name of fixtureNames) {
  const { source, steps, runs } = fixture(name);
  for (const run of runs) {
    test(`${title(run)}: ${source}`, () => {
      const record = ours(run, Math.max(...steps));
      expect(record.status).not.toBe('diverged');
      expect(deviation(record, steps, run.points)).toBeLessThanOrEqual(TOLERANCE);
    });
  }
}

/** Spelled out: which rule must agree with what. A newcomer brings its own reference. */
const DEMANDED = {
  torch: 'sgd momentum nesterov adagrad rmsprop adadelta adam amsgrad adamw adamax nadam radam'.split(' '),
  book: 'sgd momentum nesterov adagrad rmsprop adam'.split(' '),
  paper: 'lion adabelief yogi adan barzilai-borwein dog prodigy polyak schedule-free sam'.split(' '),
};

test('every optimizer and semantics has runs on all four landscapes, with and without its defaults', () => {
  const runs = fixtureNames.flatMap((name) => fixture(name).runs);
  for (const [semantics, ids] of Object.entries(DEMANDED)) {
    for (const id of ids) {
      const own = runs.filter((run) => run.optimizer === id && run.semantics === semantics);
      const covered = new Set(own.map(({ surface }) => surface));
      expect([id, semantics, [...covered].sort()]).toEqual([
        id,
        semantics,
        ['beale', 'bowl', 'himmelblau', 'rosenbrock'],
      ]);
      expect(own.some(({ params }) => Object.keys(params).length === 0)).toBe(true);
      expect(own.some(({ params }) => 'lr' in params)).toBe(true);
    }
  }
});

test("the book's figure: the 30 points of each optimizer of optimizer_compare_naive", () => {
  const path = new URL('../fixtures/book-points.json', import.meta.url);
  const figure = JSON.parse(readFileSync(path, 'utf8')) as {
    readonly surface: string;
    readonly start: readonly [number, number];
    readonly runs: Readonly<Record<string, { readonly lr: number; readonly points: readonly (readonly number[])[] }>>;
  };
  expect(Object.keys(figure.runs)).toEqual(['sgd', 'momentum', 'adagrad', 'adam']);
  for (const [optimizer, { lr, points }] of Object.entries(figure.runs)) {
    expect(points).toHaveLength(30);
    const run = { ...figure, optimizer, semantics: 'book', params: { lr }, points: points.flat() } as const;
    expect(deviation(ours(run, 29), [...points.keys()], run.points)).toBeLessThanOrEqual(TOLERANCE);
  }
});
