import type { Arithmetic } from '../arithmetic.ts';
import type { DataSet } from '../types.ts';

/** Losses or accuracies along a run. */
export interface Curve {
  readonly name: string;
  /** Updates made, or epochs: as the experiment says. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Curves of one panel of the figure. */
  readonly group?: string;
}

/** Where an experiment stands, as far as it is done. */
export interface ExperimentPart {
  readonly curves: readonly Curve[];
}

/** What every experiment is given. */
export interface Surroundings {
  readonly digits: DataSet;
  readonly seed: number;
  readonly arithmetic: Arithmetic;
}

/** An experiment of one kind on its way, in pieces of some milliseconds. `S`: where it stands, as plain typed arrays. */
export interface Work<S> {
  /** Pieces in all: updates, looks. */
  readonly total: number;
  readonly done: () => number;
  /** One more piece. */
  advance(): void;
  part(): ExperimentPart;
  /** A copy. */
  state(): S;
}
