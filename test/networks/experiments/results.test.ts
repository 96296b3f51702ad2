import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { normScales } from '../../../src/networks/experiments/book.ts';

/** By experiment and curve: for each seed the means over ten equal windows. */
type Curves = Readonly<Record<string, Readonly<Record<string, readonly (readonly number[])[]>>>>;
const fixture = (name: string) => JSON.parse(readFileSync(`test/fixtures/networks/${name}.json`, 'utf8')) as Curves;

/** What the figures of the book show, in our runs (seeds 1 … 3) and in NumPy's (4 seeds, of figure 6-19 12) alike. */
const sources = { koubai: fixture('experiments'), NumPy: fixture('book-experiments') };
const both = Object.entries(sources);

const last = (runs: readonly (readonly number[])[]) => runs.map((run) => run.at(-1)!);

/** The mean of paired differences and four standard errors of it. */
function interval(differences: readonly number[]): readonly [low: number, high: number] {
  const n = differences.length;
  const mean = differences.reduce((sum, value) => sum + value, 0) / n;
  const variance = differences.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const reach = 4 * Math.sqrt(variance / n);
  return [mean - reach, mean + reach];
}

test.each(both)(
  'figure 6-19 (%s): with batch normalization it learns at all 16 scales, without it at two of them, in every run',
  (_, { 'book-6-19': curves }) => {
    normScales.forEach((std, i) => {
      const label = std.toPrecision(3);
      const [normed, plain] = ['normed', 'plain'].map((name) => last(curves![`${label} ${name}`]!));
      // Chance is 0.12, the largest class.
      expect(Math.min(...normed!), `normed, ${label}`).toBeGreaterThan(0.3);
      if (i === 2 || i === 3) expect(Math.min(...plain!), `plain, ${label}`).toBeGreaterThan(0.75);
      else expect(Math.max(...plain!), `plain, ${label}`).toBeLessThan(i === 4 ? 0.4 : 0.16);
    });
  },
);

test.each(both)('figure 6-15 (%s): He beats Xavier beats 0.01, with which nothing is learned', (_, curves) => {
  const { std, xavier, he } = curves['book-6-15']!;
  for (const loss of last(std!)) expect(Math.abs(loss - Math.log(10))).toBeLessThan(0.02);
  const [low, high] = interval(last(he!).map((loss, run) => Math.log(loss / last(xavier!)[run]!)));
  // He's loss is that part of Xavier's, four standard errors to either side.
  expect(Math.exp(low)).toBeGreaterThan(0.4);
  expect(Math.exp(high)).toBeLessThan(0.8);
  expect(Math.max(...last(xavier!))).toBeLessThan(0.4);
});

test.each(both)('figures 6-20 to 6-23 (%s): decay and dropout shrink the gap from training to test', (_, curves) => {
  const gaps = (id: string, prefix: string) =>
    last(curves[id]![`${prefix} train`]!).map((train, run) => train - last(curves[id]![`${prefix} test`]!)[run]!);
  const plain = gaps('book-6-20', 'plain');
  expect(Math.min(...plain)).toBeGreaterThan(0.15);
  const shrinks = (by: readonly number[], from: readonly number[]) => interval(from.map((gap, run) => gap - by[run]!));
  const decay = shrinks(gaps('book-6-21', 'decay'), plain);
  const dropout = shrinks(gaps('book-6-23', 'dropout'), gaps('book-6-23', 'plain'));
  for (const [low, high] of [decay, dropout]) {
    expect(low).toBeGreaterThan(0);
    expect(high).toBeLessThan(0.2);
  }
});

test.each(both)(
  'figure 6-9 (%s): SGD is last all along; AdaGrad, Adam, Momentum is the order at first, Adam leads at the end in most runs',
  (_, { 'book-6-9': curves }) => {
    const names = ['sgd', 'momentum', 'adagrad', 'adam'] as const;
    const order = (lossOf: (name: (typeof names)[number]) => number) =>
      [...names].sort((a, b) => lossOf(a) - lossOf(b));
    curves!['sgd']!.forEach((slow, run) => {
      const first = (name: string) => curves![name]![run]![0]!;
      expect(order(first)).toEqual(['adagrad', 'adam', 'momentum', 'sgd']);
      for (const name of names.slice(1)) {
        curves![name]![run]!.forEach((loss, window) => expect(loss).toBeLessThan(0.6 * slow[window]!));
      }
    });
    // Adam may jump late: the median of the runs.
    const median = (name: string) => {
      const losses = last(curves![name]!).sort((a, b) => a - b);
      return losses[(losses.length - 1) >> 1]!;
    };
    expect(order(median)).toEqual(['adam', 'adagrad', 'momentum', 'sgd']);
  },
);
