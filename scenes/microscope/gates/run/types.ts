import type { ActivationId } from '../../../../src/networks/activations.ts';
import type { GateId } from '../../../../src/networks/microscope/truths.ts';
import type { XorNetId } from '../../../../src/networks/microscope/xorNets.ts';

/** What of the state decides a fold: JSON, its identity. A perceptron's plane follows the state at once, whatever its weights. */
export type GatesSpec =
  | { readonly neurons: 'one'; readonly gate: GateId }
  | {
      readonly neurons: 'layers';
      readonly net: XorNetId;
      /** By pane. */
      readonly activations: readonly ActivationId[];
      readonly depth: number;
      readonly seed: number;
    };

/** Where the grid of the input plane is, at one stage of its way. */
export interface Stage {
  readonly kind: 'input' | 'affine' | 'activation' | 'plane' | 'sum' | 'step';
  /** Of the net's hidden layers, from 1; 0: none. */
  readonly layer: number;
  /** Coordinates that the layer has. */
  readonly width: number;
  /** x, y, z of the world, a point of the grid. */
  readonly places: Float64Array;
}

/** The grid with all its stages, and what the net says of it. */
export interface Fold {
  readonly stages: readonly Stage[];
  /** The output's sum by point of the grid: above 0 it fires, 0: neither. */
  readonly values: Float64Array;
  /** At the corners, in their order. */
  readonly sums: readonly number[];
  /** null: it says neither. */
  readonly answers: readonly (0 | 1 | null)[];
  readonly right: number;
}

/** A net with its fold. */
export interface XorFold extends Fold {
  readonly activation: ActivationId;
  /** Of the layers' widths. */
  readonly hidden: readonly number[];
  /** How far the last hidden layer's sheet is from flat, in its own size. */
  readonly bend: number;
  /** The plane w·h + b = 0 in the room of the last hidden layer, as a polygon; empty: there is none. */
  readonly plane: readonly (readonly [x: number, y: number, z: number])[];
  /** Of a net that learned: which start it is; 0: it is given. */
  readonly starts: number;
}

export type GatesRun =
  /** `most`: corners that the best of a lattice of perceptrons gets right. */
  | { readonly neurons: 'one'; readonly gate: GateId; readonly most: number }
  | {
      readonly neurons: 'layers';
      readonly spec: GatesSpec & { readonly neurons: 'layers' };
      readonly folds: readonly XorFold[];
    };

/** Steps of the clock from stage to stage: a fold takes its time. */
export const PER_STAGE = 4;

/** A perceptron has its sum and its step; all folds of a run have as many stages. */
export const stepsOf = (run: GatesRun): number =>
  PER_STAGE * (run.neurons === 'one' ? 1 : run.folds[0]!.stages.length - 1);
