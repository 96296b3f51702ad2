import type { Arithmetic } from '../../../src/networks/arithmetic.ts';
import type { RunningStatistics } from '../../../src/networks/batchNorm.ts';
import type { ActivationId } from '../../../src/networks/activations.ts';
import type { DataSpec } from '../../../src/networks/data/index.ts';
import type { DataSet, InitId, LossId, NetworkSpec } from '../../../src/networks/types.ts';
import type { Landscape } from '../landscape/types.ts';
import type { Semantics } from '../../../src/optimizers/types.ts';
import type { TrainingOptimizerId } from '../../../src/optimizers/index.ts';
import type { ParamValues } from '../../../src/params/spec.ts';

/** Who can train a net: every optimizer of the surfaces that needs no least value, the one that needs matrices, and the reader's own rule. */
export type TrainerId = TrainingOptimizerId | 'muon' | 'own';

export interface OptimizerSpec {
  readonly id: TrainerId;
  /** The lines of `own`, and of no other. */
  readonly rule?: string;
  /** torch's, where torch has it. */
  readonly semantics: Semantics;
  readonly params: ParamValues;
}

/** Points as the link holds them. */
export interface OwnSpec {
  readonly id: 'own';
  readonly points: string;
}

/** The first `count` of the shipped digits to learn from, and as many of the others to test on. */
export interface DigitsSpec {
  readonly id: 'digits';
  readonly count: number;
}

/** What several optimizers train from one start: JSON, and the identity of its result. */
export interface RunSpec {
  readonly data: DataSpec | OwnSpec | DigitsSpec;
  readonly hidden: readonly number[];
  readonly activation: ActivationId;
  readonly init: InitId;
  readonly initStd: number;
  readonly loss: LossId;
  readonly batchNorm: boolean;
  readonly dropout: number;
  readonly decay: number;
  readonly batch: number;
  readonly updates: number;
  /** Updates between two records. */
  readonly every: number;
  readonly seed: number;
  readonly optimizers: readonly OptimizerSpec[];
}

/** One record of one optimizer, as the worker sends it. */
export interface Row {
  /** Place of the optimizer in the spec. */
  readonly track: number;
  readonly row: number;
  /** By what it was trained. */
  readonly arithmetic: Arithmetic['id'];
  readonly weights: Float64Array;
  readonly trainLoss: number;
  readonly testLoss: number;
  readonly trainAccuracy: number;
  readonly testAccuracy: number;
  /** What the net says: FIELD² over its plane of inputs, or the logits of the first held-out samples, crowd × outputs; empty where there is neither (`saidSize`). */
  readonly field: Float32Array;
  /** Batch normalization's means and variances then. */
  readonly running: readonly RunningStatistics[] | null;
}

/** One optimizer's training as far as it is there. */
export interface Track {
  readonly id: string;
  readonly name: string;
  /** null: it was trained elsewhere. */
  readonly params: ParamValues | null;
  /** Records that are there; fewer than the others' where it diverged. */
  readonly count: number;
  /** count × size. */
  readonly weights: Float64Array;
  /** count each. */
  readonly trainLoss: Float64Array;
  readonly testLoss: Float64Array;
  readonly trainAccuracy: Float64Array;
  readonly testAccuracy: Float64Array;
  /** count times what a `Row.field` holds. */
  readonly fields: Float32Array;
  /** Batch normalization's, count of them: each record is looked at with its own. */
  readonly running: readonly (readonly RunningStatistics[])[] | null;
}

export interface Run {
  /** null: it was trained elsewhere. */
  readonly spec: RunSpec | null;
  /** What it was trained on, where that is no data set of the page: the file's name. */
  readonly file: string | null;
  /** By what the page trained it; null: it was trained elsewhere. */
  readonly arithmetic: Arithmetic['id'] | null;
  /** By record: updates before it. */
  readonly at: Int32Array;
  readonly network: NetworkSpec;
  readonly data: DataSet;
  readonly tracks: readonly Track[];
  /** Steps of the clock: records after the first. */
  readonly parts: number;
  readonly whole: boolean;
  /** Computed elsewhere: there is no net here. */
  readonly landscape?: Landscape;
}

/** Samples a side of the picture of what a net says. */
export const FIELD = 49;
/** Held-out samples at most whose answers are drawn. */
export const CROWD = 300;
