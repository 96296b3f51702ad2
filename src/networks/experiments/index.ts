import { bookExperiments } from './book.ts';
import { questions } from './questions.ts';
import { createLooks, type LooksState } from './looks.ts';
import { createSearched } from './searched.ts';
import type { SearchState } from '../search/trial.ts';
import { createSearches, type SearchesState } from './searches.ts';
import { createTrainings, type TrainingsState } from './trainings.ts';
import type { ExperimentDef, ExperimentPart } from './types.ts';
import type { Surroundings, Work } from './work.ts';

export type { LayersLooked } from './looks.ts';
export type { Curve } from './work.ts';

/** Every experiment under its id. */
export const experiments = { ...bookExperiments, ...questions };
export type ExperimentId = keyof typeof experiments;
export const experimentIds = Object.keys(experiments) as ExperimentId[];

export interface ExperimentResult extends ExperimentPart {
  readonly id: ExperimentId;
  readonly seed: number;
  /** Pieces: updates of all networks, or looks. */
  readonly done: number;
  readonly total: number;
}

type WorkState = TrainingsState | LooksState | SearchState | SearchesState;

/** Where an experiment stands; plain typed arrays, to be kept and gone on from with the same digits and arithmetic. */
export interface ExperimentState {
  readonly id: ExperimentId;
  readonly seed: number;
  readonly work: WorkState;
}

export interface Experiment {
  /** Goes on for about so long, at least by one piece; false once all is done. */
  step(budgetMilliseconds: number): boolean;
  /** 0 … 1, without a copy of anything. */
  progress(): number;
  result(): ExperimentResult;
  /** A copy. */
  state(): ExperimentState;
}

export interface ExperimentOptions extends Surroundings {
  /** Milliseconds since whenever. */
  readonly now: () => number;
  /** Of the same id and seed. */
  readonly state?: ExperimentState | null;
}

/** An experiment, to be driven in pieces: whoever drives it may pause, keep its state, stop, and show what there is. One seed gives the same numbers however it is cut. */
export function createExperiment(id: ExperimentId, options: ExperimentOptions): Experiment {
  const { seed, now, state = null } = options;
  if (state && (state.id !== id || state.seed !== seed)) {
    throw new RangeError(`a state of ${state.id}, seed ${state.seed}, is none of ${id}, seed ${seed}`);
  }
  const work = workOf(experiments[id], options, state?.work ?? null);
  return {
    step(budgetMilliseconds) {
      const until = now() + budgetMilliseconds;
      while (work.done() < work.total) {
        work.advance();
        if (now() >= until) break;
      }
      return work.done() < work.total;
    },
    progress: () => work.done() / work.total,
    result: () => ({ id, seed, ...work.part(), done: work.done(), total: work.total }),
    state: () => ({ id, seed, work: work.state() }),
  };
}

function workOf(def: ExperimentDef, given: Surroundings, state: WorkState | null): Work<WorkState, ExperimentPart> {
  // A state belongs to its experiment's id, and so to its kind.
  switch (def.kind) {
    case 'trainings':
      return createTrainings(def, given, state as TrainingsState | null);
    case 'looks':
      return createLooks(def, given, state as LooksState | null);
    case 'search':
      return createSearched(def, given, state as SearchState | null);
    case 'searches':
      return createSearches(def, given, state as SearchesState | null);
  }
}
