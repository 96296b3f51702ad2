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

/** What every experiment is given. */
export interface Surroundings {
  readonly digits: DataSet;
  readonly seed: number;
  readonly arithmetic: Arithmetic;
}

/** Something on its way, in pieces of some milliseconds. `State`: where it stands, as plain typed arrays; `Part`: what there is of its result. */
export interface Work<State, Part> {
  /** Pieces in all: updates, looks. */
  readonly total: number;
  readonly done: () => number;
  /** One more piece. */
  advance(): void;
  part(): Part;
  /** A copy. */
  state(): State;
}
