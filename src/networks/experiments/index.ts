import { bookExperiments } from './book.ts';
import { createTrainings, type TrainingsState } from './trainings.ts';
import type { ExperimentPart, Surroundings } from './types.ts';

export type { Curve, Surroundings } from './types.ts';

/** Every experiment under its id. */
export const experiments = bookExperiments;
export type ExperimentId = keyof typeof experiments;
export const experimentIds = Object.keys(experiments) as ExperimentId[];

export interface ExperimentResult extends ExperimentPart {
  readonly id: ExperimentId;
  /** Pieces: updates of all networks, looks, or trials. */
  readonly done: number;
  readonly total: number;
}

/** Where an experiment stands; plain typed arrays, to be kept and gone on from with the same digits and arithmetic. */
export interface ExperimentState {
  readonly id: ExperimentId;
  readonly seed: number;
  readonly work: TrainingsState;
}

export interface Experiment {
  /** Goes on for about so long, at least by one piece; false once all is done. */
  step(budgetMilliseconds: number): boolean;
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
  const work = createTrainings(experiments[id], options, state?.work ?? null);
  return {
    step(budgetMilliseconds) {
      const until = now() + budgetMilliseconds;
      while (work.done() < work.total) {
        work.advance();
        if (now() >= until) break;
      }
      return work.done() < work.total;
    },
    result: () => ({ id, ...work.part(), done: work.done(), total: work.total }),
    state: () => ({ id, seed, work: work.state() }),
  };
}
