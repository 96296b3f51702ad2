import type { Trial } from '../../../../src/networks/search/trial.ts';
import type { Space } from '../../../../src/networks/search/space.ts';

/** One ridge: how high it stands, 0 … 1 of the picture's height, bin by bin; NaN: not there yet. */
export interface Line {
  /** Which of the picture's series it belongs to. */
  readonly series: number;
  readonly heights: Float64Array;
  /** As they are told. */
  readonly values: Float64Array;
}

/** Lines that stand at one place of the row, the first one at the back. */
export interface Slot {
  readonly name: string;
  readonly column: number;
  /** From the back. */
  readonly row: number;
  readonly lines: readonly Line[];
}

/** Curves as ridges: along x what runs, in depth what is compared. */
export interface Ridges {
  readonly kind: 'ridges';
  readonly series: readonly string[];
  readonly columns: readonly string[];
  readonly rows: number;
  readonly bins: number;
  readonly slots: readonly Slot[];
  /** What the clock goes along: the bins of every ridge, or from row to row. */
  readonly along: 'bins' | 'rows';
  readonly x: readonly [first: number, last: number];
  /** What stands at the foot and at the top. */
  readonly y: readonly [low: number, high: number];
}

/** One search: its trials stand where they were made, as high as they scored. */
export interface Swarm {
  readonly name: string | null;
  readonly series: number;
  readonly trials: readonly Trial[];
}

export interface Swarms {
  readonly kind: 'swarms';
  readonly swarms: readonly Swarm[];
  readonly space: Space;
}

export type Picture = Ridges | Swarms;

/** One line of a panel: heights 0 … 1 at places 0 … 1, NaN where nothing is. */
export interface FlatLine {
  readonly series: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly dashed: boolean;
}

/** A panel of the figure. */
export interface Panel {
  /** null: there is but one. */
  readonly title: string | null;
  /** The step of the clock at which it is there. */
  readonly from: number;
  readonly lines: readonly FlatLine[];
  /** What stands at its foot and at its top, where each panel has its own. */
  readonly ends?: readonly [low: number, high: number];
}

/** The figure as a book prints it. */
export interface Figure {
  readonly panels: readonly Panel[];
  readonly across: number;
  readonly bars: boolean;
  readonly series: readonly string[];
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  /** Whether a step of the clock is a place along x. */
  readonly timed: boolean;
}
