import { expect, test } from 'vitest';
import { createRng } from '../../../src/math/rng.ts';
import { bookSpace, exponentOf, genes } from '../../../src/networks/search/space.ts';
import {
  proposalsAfter,
  ranked,
  strategyIds,
  type Scored,
  type StrategyId,
  type StrategySpec,
} from '../../../src/networks/search/strategies.ts';

const spec = (strategy: StrategyId, trials = 100, seed = 1): StrategySpec => ({
  ...{ strategy, trials, seed, population: 20, space: bookSpace },
});

/** A search over a landscape that costs nothing: the best at lr 10^-2.5, decay hardly matters. */
function searched(asked: StrategySpec): Scored[] {
  const trials: Scored[] = [];
  for (let open = proposalsAfter(asked, trials); open.length > 0; open = proposalsAfter(asked, trials)) {
    trials.push(...open.map((proposal) => ({ ...proposal, score: scoreOf(proposal) })));
  }
  return trials;
}
const scoreOf = ({ point }: Pick<Scored, 'point'>) =>
  -((exponentOf(point.lr) + 2.5) ** 2) - 0.05 * (exponentOf(point.decay) + 6) ** 2;

test.each(strategyIds)('%s makes as many trials as the budget has, each once, within the space', (strategy) => {
  for (const budget of [1, 7, 50, 100]) {
    const trials = searched(spec(strategy, budget));
    expect(trials.map(({ index }) => index)).toEqual([...Array(budget).keys()]);
    for (const { point } of trials) {
      for (const gene of genes) {
        const [low, high] = bookSpace[gene];
        const exponent = exponentOf(point[gene]);
        expect(exponent).toBeGreaterThan(low - 1e-9);
        expect(exponent).toBeLessThan(high + 1e-9);
      }
    }
  }
});

test('random is uniform over the exponents, and another with another seed', () => {
  const trials = searched(spec('random', 2000));
  for (const gene of genes) {
    const [low, high] = bookSpace[gene];
    const shares = trials.map(({ point }) => (exponentOf(point[gene]) - low) / (high - low));
    const cells = [0, 1, 2, 3, 4].map((cell) => shares.filter((share) => Math.floor(5 * share) === cell).length);
    // 400 ± 17.9 in each fifth: within four standard deviations.
    for (const count of cells) expect(Math.abs(count - 400)).toBeLessThan(72);
  }
  expect(searched(spec('random', 3, 2))).not.toEqual(searched(spec('random', 3, 1)));
});

test('grid has the middles of ten by ten cells, whatever their order', () => {
  const cell = (gene: 'decay' | 'lr', value: number) => (exponentOf(value) - bookSpace[gene][0]) / 0.4 - 0.5;
  const cells = searched(spec('grid')).map(({ point }) => [cell('decay', point.decay), cell('lr', point.lr)] as const);
  for (const place of cells.flat()) expect(place).toBeCloseTo(Math.round(place), 9);
  const places = cells.map(([a, b]) => 10 * Math.round(a) + Math.round(b));
  expect([...places].sort((a, b) => a - b)).toEqual([...Array(100).keys()]);
  expect(places).not.toEqual([...Array(100).keys()]);
});

test("genetic: a child's genes are those of its parents, changed by its mutations; parents come from the better half of the generations before", () => {
  for (const seed of [1, 2, 3]) {
    const trials = searched(spec('genetic', 100, seed));
    expect(trials.slice(0, 20).map(({ point }) => point)).toEqual(
      searched(spec('random', 20, seed)).map(({ point }) => point),
    );
    for (const { index, point, parents, mutation, generation } of trials) {
      expect(generation).toBe(Math.floor(index / 20));
      if (generation === 0) {
        expect([parents, mutation]).toEqual([null, null]);
        continue;
      }
      const before = ranked(trials.slice(0, 20 * generation));
      const better = before.slice(0, before.length / 2).map((trial) => trial.index);
      for (const gene of genes) {
        expect(better).toContain(parents![gene]);
        const inherited = exponentOf(trials[parents![gene]]!.point[gene]);
        expect(exponentOf(point[gene])).toBeCloseTo(inherited + mutation![gene], 9);
      }
    }
    // A tenth of four decades is the standard deviation; 160 draws: within four standard errors.
    const changes = trials.flatMap(({ mutation }) => (mutation ? genes.map((gene) => mutation[gene]) : []));
    const sd = Math.sqrt(changes.reduce((sum, change) => sum + change ** 2, 0) / changes.length);
    expect(Math.abs(sd - 0.4)).toBeLessThan((4 * 0.4) / Math.sqrt(2 * 160));
  }
});

test('the better of a generation are parents more often, and children are better than the first, seeds 1 … 5', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const trials = searched(spec('genetic', 100, seed));
    const mean = (some: readonly Scored[]) => some.reduce((sum, { score }) => sum + score, 0) / some.length;
    expect(mean(trials.slice(80))).toBeGreaterThan(mean(trials.slice(0, 20)));
    expect(Math.max(...trials.slice(20).map(({ score }) => score))).toBeGreaterThanOrEqual(
      Math.max(...trials.slice(0, 20).map(({ score }) => score)),
    );
  }
});

test('what is proposed does not hang on the order in which trials end; of a generation only what is open', () => {
  const asked = spec('genetic', 60, 4);
  const trials = searched(asked);
  const { integer } = createRng(4, 'order of a test');
  const ended = trials.slice(0, 40).sort(() => integer(2) - 0.5);
  const open = proposalsAfter(asked, ended);
  expect(open).toEqual(trials.slice(40).map(({ score: _, ...proposal }) => proposal));
  const half = [...trials.slice(0, 23), trials[39]!];
  expect(proposalsAfter(asked, half).map(({ index }) => index)).toEqual([...Array(16).keys()].map((i) => 23 + i));
});
