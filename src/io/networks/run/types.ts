import type { RunningStatistics } from '../../../networks/batchNorm.ts';
import type { DataSet, NetworkSpec } from '../../../networks/types.ts';

/** A training as a file holds it: a network's weights at `count` of its updates. */
export interface NetRun {
  readonly network: NetworkSpec;
  readonly count: number;
  /** count: how many updates came before. */
  readonly at: Int32Array;
  /** count × size, in the order of `layoutOf`. */
  readonly weights: Float64Array;
  /** By record and hidden layer; null without batch normalization. */
  readonly running: readonly (readonly RunningStatistics[])[] | null;
  /** count: the losses that the file itself says, in its own measure; null where it says none. */
  readonly loss: Float64Array | null;
  /** A loss in the file's measure over one here: torch's MSELoss is a mean over the outputs too, and not halved. */
  readonly lossScale: number;
  /** null: the file brings none. Without test samples of its own these are the training samples. */
  readonly data: DataSet | null;
  /** What koubai wrote beside it: how it was trained, and on what. Unchecked JSON; null in other files. */
  readonly said: SaidRun | null;
}

/** `spec` of a file that koubai wrote. */
export interface SaidRun {
  readonly train: unknown;
  readonly data: unknown;
}
