import type { SearchSpec, Trial } from '../search/trial.ts';
import type { LayersLooked, Looks } from './looks.ts';
import type { SearchRun, Searches } from './searches.ts';
import type { Trainings } from './trainings.ts';
import type { Curve } from './work.ts';

/** A search; its figure shows the best twenty. */
export interface Searched {
  readonly kind: 'search';
  readonly spec: Omit<SearchSpec, 'seed'>;
}

/** What an experiment runs, as data. */
export type ExperimentDef = Trainings | Looks | Searched | Searches;

/** What there is of an experiment's result. */
export interface ExperimentPart {
  /** Of a search those of the best twenty trials, the best first; of searches the best score by trials; none of looks. */
  readonly curves: readonly Curve[];
  readonly layers?: readonly LayersLooked[];
  /** Of a search, those that are finished, in their order. */
  readonly trials?: readonly Trial[];
  readonly searches?: readonly SearchRun[];
}
