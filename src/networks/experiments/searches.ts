import type { StrategyId } from '../search/strategies.ts';
import { createSearch, searchData, type SearchSpec, type SearchState, type Trial } from '../search/trial.ts';
import type { Curve, Surroundings, Work } from './work.ts';

/** Strategies compared: the same budget for each, from several seeds, on the same samples and from the same weights where the seed is the same. */
export interface Searches {
  readonly kind: 'searches';
  readonly strategies: readonly StrategyId[];
  /** Seeds, from the experiment's own on. */
  readonly repeats: number;
  readonly spec: Omit<SearchSpec, 'seed' | 'strategy'>;
}

/** One search of them, as far as it is. */
export interface SearchRun {
  readonly strategy: StrategyId;
  readonly seed: number;
  readonly trials: readonly Trial[];
}

export interface SearchesState {
  readonly searches: readonly SearchState[];
}

export function createSearches(
  { strategies, repeats, spec }: Searches,
  { digits, seed, arithmetic }: Surroundings,
  state: SearchesState | null,
): Work<SearchesState, { readonly curves: readonly Curve[]; readonly searches: readonly SearchRun[] }> {
  const runs = Array.from({ length: repeats }, (_, repeat) => {
    const data = searchData({ ...spec, strategy: 'random', seed: seed + repeat }, digits);
    return strategies.map((strategy) => ({ own: { ...spec, strategy, seed: seed + repeat }, data }));
  })
    .flat()
    .map(({ own, data }, i) => ({ own, work: createSearch(own, data, arithmetic, state?.searches[i] ?? null) }));
  const perTrial = runs[0]!.work.total / spec.trials;
  let done = runs.reduce((sum, { work }) => sum + work.done(), 0);
  return {
    total: runs.reduce((sum, { work }) => sum + work.total, 0),
    done: () => done,
    advance() {
      // A trial of each before the next of one: all swarms grow evenly.
      runs[Math.floor(done / perTrial) % runs.length]!.work.advance();
      done++;
    },
    part() {
      const searches = runs.map(({ own: { strategy, seed: drawn }, work }) => ({
        ...{ strategy, seed: drawn, trials: work.part() },
      }));
      return { curves: searches.map(bestSoFar), searches };
    },
    state: () => ({ searches: runs.map(({ work }) => work.state()) }),
  };
}

/** By trials made: the best validation accuracy until then. */
function bestSoFar({ strategy, seed, trials }: SearchRun): Curve {
  const y = new Float64Array(trials.length);
  trials.forEach(({ score }, i) => (y[i] = Math.max(score, i > 0 ? y[i - 1]! : 0)));
  return { name: strategy, group: String(seed), x: y.map((_, i) => i + 1), y };
}
