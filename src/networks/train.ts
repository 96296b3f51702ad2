import { float64, type Arithmetic } from './arithmetic.ts';
import { accuracyOf, meanLoss } from './loss.ts';
import type { Batch, Network } from './network.ts';
import { recordOf, rowsOf, type Row, type TrainRecord } from './record.ts';
import type { DataSet, Numbers, Samples, TrainSpec } from './types.ts';
import { batchOf, createUpdates, type Standing } from './updates.ts';

export type { TrainRecord } from './record.ts';
export { batchOf } from './updates.ts';

/** All that a training carries from update to update; with its spec and data it goes on as if it had never stopped. Plain typed arrays: what a checkpoint holds. */
export interface TrainState extends Standing {
  /** What was recorded until now. */
  readonly record: TrainRecord;
}

export interface Training {
  readonly network: Network;
  readonly spec: TrainSpec;
  /** Updates made. */
  readonly done: () => number;
  readonly weights: Numbers;
  /** One update; false once all are made or the training has diverged. */
  step(): boolean;
  /** What is recorded so far: a copy. */
  record(): TrainRecord;
  /** The last row of it, without a copy of the others. */
  latest(): Readonly<Row>;
  /** Where it stands: a copy. */
  state(): TrainState;
}

/**
 * A training from its first weights or from where a state left it, to be driven update by update: whoever drives it may pause, stop, or tell how far it is.
 * `spec.steps` may be larger than it was when the state was taken.
 */
export function createTraining(
  spec: TrainSpec,
  data: DataSet,
  arithmetic: Arithmetic = float64,
  state: TrainState | null = null,
): Training {
  const { steps, every } = spec;
  const [train, test] = [batchOf(data.train, arithmetic), batchOf(data.test, arithmetic)];
  const updates = createUpdates(spec, train, arithmetic, state);
  const { network, weights, done } = updates;
  const { size } = network.layout;
  const { outputs } = spec.network;
  const rows: Row[] = state ? rowsOf(state.record, size) : [];
  let divergedAt = state?.record.divergedAt ?? null;

  function look(): void {
    const [trainLoss, trainAccuracy] = measure(data.train, train);
    const [testLoss, testAccuracy] = measure(data.test, test);
    rows.push({ at: done(), weights: weights.slice(), trainLoss, testLoss, trainAccuracy, testAccuracy });
    if (!Number.isFinite(trainLoss)) divergedAt ??= done();
  }
  function measure({ labels, count }: Samples, batch: Batch): readonly [loss: number, accuracy: number] {
    const y = network.forward(weights, batch);
    const accuracy = labels ? accuracyOf(y, labels, count, outputs) : NaN;
    return [meanLoss(spec.network, y, batch.targets, count, outputs, false), accuracy];
  }

  if (!state) look();

  return {
    network,
    spec,
    weights,
    done,
    step() {
      if (done() >= steps || divergedAt !== null) return false;
      const loss = updates.update();
      const t = done();
      if (!Number.isFinite(loss)) divergedAt = t;
      if (t % every === 0 || t === steps || divergedAt !== null) look();
      return t < steps && divergedAt === null;
    },
    record: () => recordOf(rows, size, divergedAt, arithmetic),
    latest: () => rows.at(-1)!,
    state: () => ({ ...updates.state(), record: recordOf(rows, size, divergedAt, arithmetic) }),
  };
}
