import type { Arithmetic } from './arithmetic.ts';
import type { Numbers } from './types.ts';

/** How a training went, at the updates recorded; `count` of them. */
export interface TrainRecord {
  readonly count: number;
  /** count: how many updates came before. */
  readonly at: Int32Array;
  /** count × size, in the training's precision. */
  readonly weights: Float32Array | Float64Array;
  readonly trainLoss: Float64Array;
  readonly testLoss: Float64Array;
  /** NaN for plain values. */
  readonly trainAccuracy: Float64Array;
  readonly testAccuracy: Float64Array;
  /** The update whose weights or loss were no longer finite, or null. */
  readonly divergedAt: number | null;
}

export interface Row {
  readonly at: number;
  readonly weights: Numbers;
  readonly trainLoss: number;
  readonly testLoss: number;
  readonly trainAccuracy: number;
  readonly testAccuracy: number;
}

export function recordOf(
  rows: readonly Row[],
  size: number,
  divergedAt: number | null,
  { alloc }: Arithmetic,
): TrainRecord {
  const column = (name: Exclude<keyof Row, 'weights'>) => Float64Array.from(rows, (row) => row[name]);
  const weights = alloc(rows.length * size);
  rows.forEach((row, i) => weights.set(row.weights, i * size));
  return {
    count: rows.length,
    at: Int32Array.from(rows, ({ at }) => at),
    weights,
    trainLoss: column('trainLoss'),
    testLoss: column('testLoss'),
    trainAccuracy: column('trainAccuracy'),
    testAccuracy: column('testAccuracy'),
    divergedAt,
  };
}

/** The other way: a record's rows, to be added to. */
export function rowsOf(record: TrainRecord, size: number): Row[] {
  return Array.from(record.at, (at, i) => ({
    at,
    weights: record.weights.slice(i * size, (i + 1) * size),
    trainLoss: record.trainLoss[i]!,
    testLoss: record.testLoss[i]!,
    trainAccuracy: record.trainAccuracy[i]!,
    testAccuracy: record.testAccuracy[i]!,
  }));
}

/** A record of its last row alone. */
export function lastOf(record: TrainRecord, size: number): TrainRecord {
  const from = record.count - 1;
  return {
    ...{
      count: 1,
      divergedAt: record.divergedAt,
      at: record.at.slice(from),
      weights: record.weights.slice(from * size),
    },
    ...{ trainLoss: record.trainLoss.slice(from), testLoss: record.testLoss.slice(from) },
    ...{ trainAccuracy: record.trainAccuracy.slice(from), testAccuracy: record.testAccuracy.slice(from) },
  };
}
