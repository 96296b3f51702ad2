import type { ActivationId } from './activations.ts';
import type { ConventionsId } from './conventions.ts';
import type { Semantics } from '../optimizers/types.ts';
import type { TrainingOptimizerId } from '../optimizers/index.ts';
import type { OwnId } from '../optimizers/own/index.ts';
import type { ParamValues } from '../params/spec.ts';

/** What a network's outputs stand for: a class among several, by softmax; or plain values. */
export type Task = 'classes' | 'values';

/** `squared-error`: ½‖y − t‖² a sample, y being the softmax's probabilities where the task is `classes`. Both are means over the samples. */
export type LossId = 'cross-entropy' | 'squared-error';

/** How weights begin; biases begin at 0. `std`: normal with the standard deviation given; Xavier 1/√fan-in and He √(2/fan-in), as in the book. */
export type InitId = 'zero' | 'std' | 'xavier' | 'he';

/** A multilayer perceptron: affine, batch normalization, activation, dropout for each hidden layer, then an affine output layer. */
export interface NetworkSpec {
  readonly inputs: number;
  /** Widths of the hidden layers; none: a linear model. */
  readonly hidden: readonly number[];
  readonly outputs: number;
  readonly activation: ActivationId;
  readonly task: Task;
  readonly loss: LossId;
  readonly batchNorm: boolean;
  /** Share of each hidden layer's outputs that a training pass drops, 0 … < 1; those kept are scaled by 1/(1 − share), as torch's. */
  readonly dropout: number;
  /** λ of ½ λ Σ w² over weights, not biases, in what is minimised; 0: none. */
  readonly decay: number;
  /** Of batch normalization and dropout; without it torch's. Landscapes, curvature and files of networks know torch's alone. */
  readonly conventions?: ConventionsId;
}

/** Numbers of either precision. */
export type Numbers = Float64Array | Float32Array;

/** Samples with their targets. */
export interface Samples {
  readonly count: number;
  readonly inputs: number;
  /** count × inputs. */
  readonly x: Float64Array;
  /** count: the class, for `classes`; null for `values`. */
  readonly labels: Uint8Array | null;
  /** count × outputs: one-hot for classes. */
  readonly targets: Float64Array;
  readonly outputs: number;
}

export interface DataSet {
  readonly task: Task;
  readonly train: Samples;
  readonly test: Samples;
  /** [low, high] of each input that a picture of the input plane shows; for one or two inputs. */
  readonly domain: readonly (readonly [number, number])[];
}

export type Sampling = 'epochs' | 'drawn';

/** A training: whatever decides its numbers. The network's inputs, outputs and task follow from the data. */
export interface TrainSpec {
  readonly network: NetworkSpec;
  readonly init: InitId;
  /** Standard deviation of the weights for `std`. */
  readonly initStd: number;
  /** Of the registry, of matrices, or somebody's own rule. */
  readonly optimizer: TrainingOptimizerId | 'muon' | OwnId;
  readonly semantics: Semantics;
  /** Every parameter of the rule. */
  readonly params: ParamValues;
  /** Samples a batch; 0: all of them. */
  readonly batch: number;
  /** `epochs`: each sample once an epoch. `drawn`: each batch from all samples, with replacement (the book's np.random.choice). Without it epochs. */
  readonly sampling?: Sampling;
  /** How strongly the images of a batch are warped at random, each time anew: 0 … 1, see `jitterImages`. For square images; without it not at all. */
  readonly jitter?: number;
  /** Updates in all. */
  readonly steps: number;
  readonly seed: number;
  /** Weights and losses are recorded at update 0, at every multiple of this, and at the last. */
  readonly every: number;
}
