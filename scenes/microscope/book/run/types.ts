import type { ExperimentResult } from '../../../../src/networks/experiments/index.ts';
import type { Racer } from '../../../../src/networks/microscope/batchRace.ts';
import type { BookId } from '../ids.ts';

/** What there is of an experiment; of `batch-speed` a curve of seconds a sample by batch size for each arithmetic, of `batch-race` one of the loss by updates for each batch size. */
export interface BookResult extends Omit<ExperimentResult, 'id'> {
  readonly id: BookId;
  readonly racers?: readonly Racer[];
  /** Of `batch-speed`: what of gpu.js there is not here. */
  readonly absent?: readonly Absent[];
}

/** A backend that this machine does not have, or has no more. */
export interface Absent {
  readonly id: string;
  /** In English. */
  readonly reason: string;
}

/** What a run is of: JSON, and its identity. */
export interface BookSpec {
  readonly id: BookId;
  readonly seed: number;
}

/** What a run tells on its way. */
export interface BookPart {
  readonly result: BookResult;
  /** It went on from what this browser had kept. */
  readonly resumed: boolean;
  /** The browser could not keep it. */
  readonly unkept: boolean;
}

export const isWhole = ({ done, total }: Pick<BookResult, 'done' | 'total'>): boolean => done === total;
