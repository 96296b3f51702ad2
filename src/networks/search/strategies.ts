import { createRng } from '../../math/rng.ts';
import { shuffle } from '../../math/shuffle.ts';
import { exponentOf, genes, pointAt, powerOfTen, type Gene, type Point, type Space } from './space.ts';

/** Where a trial's point comes from. */
export interface Proposal {
  /** 0 … budget − 1. */
  readonly index: number;
  readonly point: Point;
  /** Genetic, from the second generation on: by gene the trial that it was taken from, and by how many powers of ten it was changed. */
  readonly parents: Readonly<Record<Gene, number>> | null;
  readonly mutation: Readonly<Record<Gene, number>> | null;
  /** From 0; always 0 but for genetic. */
  readonly generation: number;
}

export interface Scored extends Proposal {
  /** Validation accuracy at the end. */
  readonly score: number;
}

export interface StrategySpec {
  readonly strategy: StrategyId;
  readonly space: Space;
  /** Trials in all. */
  readonly trials: number;
  /** Of genetic: trials a generation. */
  readonly population: number;
  readonly seed: number;
}

/** The proposals of a generation, whose first trial is number `from`, given all trials before it. */
type Strategy = (spec: StrategySpec, from: number, before: readonly Scored[]) => Proposal[];

const born = (index: number, point: Point): Proposal => ({
  index,
  point,
  parents: null,
  mutation: null,
  generation: 0,
});

const drawn = ({ space, seed }: StrategySpec, index: number): Proposal => {
  const { uniform } = createRng(seed, 'search', 'point', index);
  return born(
    index,
    pointAt(space, () => uniform()),
  );
};

const numbers = (count: number, from = 0): number[] => Array.from({ length: count }, (_, i) => from + i);

/** Best first; of equals the earlier. */
export const ranked = <T extends Scored>(trials: readonly T[]): T[] =>
  [...trials].sort((a, b) => b.score - a.score || a.index - b.index);

/** Parents come from the better half of all before; a mutation's standard deviation is a tenth of the space's side. */
const [KEPT, MUTATION, TOURNAMENT] = [0.5, 0.1, 2];

/** A strategy is one entry here. */
export const strategies = {
  /** As in the book: each trial's point for itself, uniform over the exponents (Bergstra & Bengio 2012). */
  random: (spec) => numbers(spec.trials).map((index) => drawn(spec, index)),

  /** A lattice of cells, as square as the budget allows, each tried at its middle; in an order drawn by the seed, so that a part of it is spread as well. */
  grid({ space, trials, seed }) {
    const rows = Math.floor(Math.sqrt(trials));
    const points = numbers(rows).flatMap((row) => {
      const [first, next] = [row, row + 1].map((r) => Math.floor((r * trials) / rows)) as [number, number];
      return numbers(next - first).map((column) => {
        const share = { decay: (row + 0.5) / rows, lr: (column + 0.5) / (next - first) };
        return pointAt(space, (gene) => share[gene]);
      });
    });
    const order = Uint32Array.from(numbers(trials));
    shuffle(order, createRng(seed, 'search', 'grid'));
    return numbers(trials).map((index) => born(index, points[order[index]!]!));
  },

  /**
   * A first generation drawn as `random` draws it; then each child takes each gene from one of two parents, the better of two drawn from the better half of all before, and changes it
   * by a normal mutation, back from the space's edge where it would leave it.
   */
  genetic(spec, from, before) {
    const { space, population, trials, seed } = spec;
    const indices = numbers(Math.min(population, trials - from), from);
    if (from === 0) return indices.map((index) => drawn(spec, index));
    const pool = ranked(before).slice(0, Math.max(1, Math.ceil(KEPT * before.length)));
    const generation = 1 + Math.max(...before.map((trial) => trial.generation));
    return indices.map((index): Proposal => {
      const { integer, uniform, gaussian } = createRng(seed, 'search', 'child', index);
      // The pool is ranked: the least of the places drawn is the best of them.
      const winner = () => pool[Math.min(...numbers(TOURNAMENT).map(() => integer(pool.length)))]!;
      const couple = [winner(), winner()] as const;
      const inherited = genes.map((gene) => {
        const parent = couple[uniform() < 0.5 ? 0 : 1];
        const exponent = exponentOf(parent.point[gene]);
        const [low, high] = space[gene];
        const child = reflected(exponent + MUTATION * (high - low) * gaussian(), low, high);
        return { parent: parent.index, mutation: child - exponent, value: powerOfTen(child) };
      });
      const byGene = <T>(read: (one: (typeof inherited)[number]) => T): Readonly<Record<Gene, T>> => ({
        decay: read(inherited[0]!),
        lr: read(inherited[1]!),
      });
      return {
        ...{ index, generation, point: byGene(({ value }) => value) },
        ...{ parents: byGene(({ parent }) => parent), mutation: byGene(({ mutation }) => mutation) },
      };
    });
  },
} as const satisfies Readonly<Record<string, Strategy>>;

export type StrategyId = keyof typeof strategies;
export const strategyIds = Object.keys(strategies) as StrategyId[];

/** A mutation is far smaller than a side: once is enough, but for the clamp of the outermost chance. */
const reflected = (value: number, low: number, high: number): number => {
  const back = value < low ? 2 * low - value : value > high ? 2 * high - value : value;
  return Math.min(high, Math.max(low, back));
};

/** What can be tried now: all of a generation that is not done yet, given its finished trials in any order; none where all are done. The same however many are tried at once. */
export function proposalsAfter(spec: StrategySpec, finished: readonly Scored[]): Proposal[] {
  const { strategy, trials, population } = spec;
  const byIndex = [...finished].sort((a, b) => a.index - b.index);
  const size = strategy === 'genetic' ? population : trials;
  for (let from = 0; from < trials; from += size) {
    const before = byIndex.filter(({ index }) => index < from);
    const own = strategies[strategy](spec, from, before);
    const done = new Set(byIndex.map(({ index }) => index));
    const open = own.filter(({ index }) => !done.has(index));
    if (open.length > 0) return open;
  }
  return [];
}
