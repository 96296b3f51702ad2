import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readRecord } from '../../../src/io/networks/experiments.ts';
import { float64 } from '../../../src/networks/arithmetic.ts';
import { createExperiment, type LayersLooked } from '../../../src/networks/experiments/index.ts';
import { digits } from './digits.ts';

/** Over NumPy's seeds. */
type Spread = readonly [mean: number, deviation: number];
interface Look {
  readonly mean: Spread;
  readonly std: Spread;
  readonly saturated: Spread;
  readonly dead: Spread;
  /** By bin. */
  readonly shares: readonly [means: readonly number[], deviations: readonly number[]];
}

/** A neuron has a hundredth of a layer's values: a single one that leans far out, in one network of dozens, fills a tail's bin with a part of it. */
const NEURON = 0.01 / 5;

const ids = ['book-6-10', 'book-6-11', 'book-6-13', 'book-6-14'] as const;
/** tools/fixtures/make_book_look_fixtures.py: NumPy alone, from the book's parameters. */
const { seeds, experiments } = JSON.parse(readFileSync('test/fixtures/networks/book-looks.json', 'utf8')) as {
  readonly seeds: number;
  readonly experiments: Readonly<Record<(typeof ids)[number], Readonly<Record<string, readonly Look[]>>>>;
};

/** Seed 1 is what ships. */
function layersOf(id: (typeof ids)[number], seed: number): readonly LayersLooked[] {
  if (seed === 1) return readRecord(readFileSync(`assets/experiments/${id}.json`, 'utf8')).layers!;
  const experiment = createExperiment(id, { digits, seed, arithmetic: float64, now: () => 0 });
  while (experiment.step(1));
  return experiment.result().layers!;
}

test.each(ids)('%s: every layer’s histogram and numbers lie where NumPy has them, seeds 1 to 3', (id) => {
  const runs = [1, 2, 3].map((seed) => layersOf(id, seed));
  const theirs = experiments[id];
  expect(runs[0]!.map(({ name }) => name)).toEqual(Object.keys(theirs));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value / values.length, 0);
  /** Within four standard errors of the difference; of a deviation below `least` the seeds tell little. */
  const near = (own: readonly number[], [middle, deviation]: Spread, least: number, label: string) => {
    const error = Math.max(deviation, least) * Math.sqrt(1 / own.length + 1 / seeds);
    expect(Math.abs(mean(own) - middle) / error, label).toBeLessThan(4);
  };
  runs[0]!.forEach(({ name, looks }, subject) => {
    looks.forEach((_, layer) => {
      const own = runs.map((run) => run[subject]!.looks[layer]!);
      const reference = theirs[name]![layer]!;
      for (const what of ['mean', 'std', 'saturated', 'dead'] as const) {
        const least = what === 'saturated' || what === 'dead' ? NEURON : 0;
        near(
          own.map((look) => look[what]),
          reference[what],
          least,
          `${name}, layer ${layer + 1}, ${what}`,
        );
      }
      const [means, deviations] = reference.shares;
      means.forEach((middle, bin) => {
        const shares = own.map(({ histogram }) => histogram.shares[bin]!);
        near(shares, [middle, deviations[bin]!], NEURON, `${name}, layer ${layer + 1}, bin ${bin}`);
      });
    });
  });
});
