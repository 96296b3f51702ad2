import type { ActivationId } from '../../../../src/networks/activations.ts';
import type { Arithmetic } from '../../../../src/networks/arithmetic.ts';
import type { Histogram, Range } from '../../../../src/networks/microscope/histogram.ts';
import type { InitId } from '../../../../src/networks/types.ts';
import type { OptimizerId } from '../../../../src/optimizers/index.ts';
import type { Semantics } from '../../../../src/optimizers/types.ts';
import type { ParamValues } from '../../../../src/params/spec.ts';

/** One training, or two that differ by batch normalization alone: JSON, and the identity of its result. */
export interface LayersSpec {
  /** The first so many of the shipped digits to learn from, and as many of the others to test on. */
  readonly samples: number;
  readonly hidden: readonly number[];
  readonly activation: ActivationId;
  readonly init: InitId;
  readonly initStd: number;
  /** By net. */
  readonly batchNorm: readonly boolean[];
  readonly dropout: number;
  readonly decay: number;
  readonly optimizer: OptimizerId;
  readonly semantics: Semantics;
  readonly params: ParamValues;
  readonly batch: number;
  readonly updates: number;
  /** Updates between two records. */
  readonly every: number;
  readonly seed: number;
}

/** Two neurons that do the same, the second of which may go. */
export interface Twin {
  readonly first: number;
  readonly second: number;
}

/** A hidden layer at one record, see `LayerLook`: what is drawn and told of it. */
export interface LayerRow {
  readonly mean: number;
  readonly std: number;
  readonly saturated: number;
  readonly dead: number;
  readonly activations: Histogram;
  /** log₁₀ |∂ℓ/∂a|, ℓ the loss of one sample. */
  readonly gradients: Histogram;
  /** ‖∂L/∂W‖ */
  readonly gradientNorm: number;
  /** By neuron. */
  readonly means: Float64Array;
  readonly twins: readonly Twin[];
}

/** One record of one net, as the worker sends it. */
export interface Row {
  /** Place of the net in the spec. */
  readonly net: number;
  readonly row: number;
  /** By what it was computed. */
  readonly arithmetic: Arithmetic['id'];
  /** In inference, on the first MEASURED training and test samples. */
  readonly trainLoss: number;
  readonly testLoss: number;
  readonly trainAccuracy: number;
  readonly testAccuracy: number;
  readonly layers: readonly LayerRow[];
  /** Loss on the samples looked at, whole and without the superfluous twins; both by their own statistics where there is batch normalization. */
  readonly whole: number;
  readonly pruned: number;
}

export interface NetRun {
  readonly batchNorm: boolean;
  /** Fewer than the clock's steps where it diverged. */
  readonly rows: readonly Row[];
}

export interface LayersRun {
  readonly spec: LayersSpec;
  readonly nets: readonly NetRun[];
  /** Steps of the clock: records after the first. */
  readonly parts: number;
  /** By record: updates before it. */
  readonly at: Int32Array;
  readonly whole: boolean;
}

/** Samples that a record looks at. */
export const LOOKED_AT = 400;

/** Samples that a loss and an accuracy are measured on, at most: the first. */
export const MEASURED = 1000;

/** What the activations' histograms go over; what lies outside counts in the end bins. */
export const rangeFor: Readonly<Record<ActivationId, Range>> = {
  ...{ sigmoid: [0, 1], step: [0, 1], tanh: [-1, 1], relu: [0, 2.5] },
  ...{ 'leaky-relu': [-0.5, 3], gelu: [-0.5, 3], identity: [-3, 3] },
};
