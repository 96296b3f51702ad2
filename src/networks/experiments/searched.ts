import { ranked } from '../search/strategies.ts';
import { createSearch, searchData, type SearchState, type Trial } from '../search/trial.ts';
import type { ExperimentPart, Searched } from './types.ts';
import type { Curve, Surroundings, Work } from './work.ts';

/** In the book's figure. */
const SHOWN = 20;

export function createSearched(
  { spec: unseeded }: Searched,
  { digits, seed, arithmetic }: Surroundings,
  state: SearchState | null,
): Work<SearchState, ExperimentPart> {
  const spec = { ...unseeded, seed };
  const search = createSearch(spec, searchData(spec, digits), arithmetic, state);
  return {
    ...search,
    part() {
      const trials = search.part();
      return { curves: ranked(trials).slice(0, SHOWN).flatMap(curvesOf), trials };
    },
  };
}

const curvesOf = ({ index, train, validation }: Trial): Curve[] =>
  Object.entries({ train, validation }).map(([name, y]) => ({ name, group: String(index), x: y.map((_, i) => i), y }));
