import type { Strokes } from '../../../../src/networks/microscope/strokes.ts';

/** What is asked of the network that reads digits: JSON, and the identity of its answer. */
export interface DigitSpec {
  /** Of the test digits; not asked where something is drawn. */
  readonly digit: number;
  readonly strokes: Strokes;
  /** Of the adversarial nudge; 0: none. */
  readonly epsilon: number;
  /** The class for which pixels and neurons spoke; null: the answer. */
  readonly about: number | null;
  /** Share of the hidden neurons that each thinned network goes without; null: none is asked. */
  readonly thin: number | null;
  readonly seed: number;
  /** A network of the reader's own, by its number; 0: the shipped one. */
  readonly net: number;
}

/** What one layer says, 0 the picture itself, the last one the outputs. */
export interface Sheet {
  /** By neuron: ink, activation, or probability. */
  readonly values: Float32Array;
  /** By neuron: what it said for the class asked about; null: of the outputs. */
  readonly spoke: Float32Array | null;
}

/** A training digit beside. */
export interface Near {
  readonly row: number;
  readonly label: number;
  readonly distance: number;
  /** 784, 0 … 255. */
  readonly pixels: Uint8Array;
}

/** What thinned networks say, see `thinnedNetworks`. */
export interface Thinned {
  readonly share: number;
  readonly count: number;
  /** count × 10. */
  readonly each: Float32Array;
  /** 10. */
  readonly mean: Float64Array;
}

/** All that is seen and said of one digit. */
export interface DigitLook {
  readonly spec: DigitSpec;
  /** Of a test digit what it is; null: of a drawing nobody knows. */
  readonly label: number | null;
  readonly answer: number;
  /** Its answer without the nudge. */
  readonly unmoved: number;
  /** The probability of that answer, without the nudge. */
  readonly unmovedShare: number;
  readonly probabilities: Float64Array;
  readonly sheets: readonly Sheet[];
  readonly about: number;
  readonly thinned: Thinned | null;
  /** Steps of the clock: layers that the signal goes through. */
  readonly parts: number;
}

/** What takes longer to find, and does not change with what else is asked of the picture. */
export type MoreSpec = Pick<DigitSpec, 'digit' | 'strokes' | 'epsilon' | 'net'>;

/** What is found of a digit besides. */
export interface DigitMore {
  readonly spec: MoreSpec;
  readonly nearest: readonly Near[];
  /** The first ε along the nudge's direction at which the answer is another one, see `smallestNudge`; null: none up to 1 is. */
  readonly smallest: number | null;
}

/** A test digit that is read wrongly. */
export interface Misread {
  readonly row: number;
  readonly label: number;
  readonly answer: number;
  /** 784, 0 … 255. */
  readonly pixels: Uint8Array;
}

/** What is said of a network besides. */
export interface DigitNet {
  readonly net: number;
  /** Widths from the inputs to the outputs. */
  readonly widths: readonly number[];
  /** Training digits: the shipped network has seen them, and no test digit. */
  readonly train: number;
  readonly test: number;
  readonly right: number;
  readonly misread: readonly Misread[];
}

export const CLASSES = 10;
/** Training digits beside. */
export const NEAREST = 6;
/** Thinned networks. */
export const THINNED = 100;
