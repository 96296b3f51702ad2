import { createRng } from '../math/rng.ts';
import type { Memory } from '../optimizers/blockStepper.ts';
import { float64, type Arithmetic } from './arithmetic.ts';
import { createBatches } from './batches.ts';
import { initialWeights } from './init.ts';
import { accuracyOf, meanLoss } from './loss.ts';
import { createNetwork, type Batch, type Network } from './network.ts';
import { recordOf, rowsOf, type Row, type TrainRecord } from './record.ts';
import type { DataSet, Numbers, Samples, TrainSpec } from './types.ts';
import { createWeightStepper } from './weightStepper.ts';

export type { TrainRecord } from './record.ts';

/** All that a training carries from update to update; with its spec and data it goes on as if it had never stopped. Plain typed arrays: what a checkpoint holds. */
export interface TrainState {
  /** Updates made. */
  readonly done: number;
  /** size. */
  readonly weights: Float64Array;
  /** The optimizer's, by name; names hold letters, digits and dots. */
  readonly memory: Readonly<Record<string, Float64Array>>;
  /** Mean, then variance, of each normalized layer in turn; empty without batch normalization. */
  readonly running: readonly Float64Array[];
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

/** Samples in the arithmetic's precision. */
export function batchOf({ count, x, targets }: Samples, { alloc }: Arithmetic): Batch {
  const own = (values: Float64Array) => {
    const to = alloc(values.length);
    to.set(values);
    return to;
  };
  return { count, x: own(x), targets: own(targets) };
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
  const { steps, seed, every } = spec;
  const network = createNetwork(spec.network, arithmetic);
  const { size } = network.layout;
  const { inputs, outputs, dropout } = spec.network;
  const weights = arithmetic.alloc(size);
  weights.set(state?.weights ?? initialWeights(spec.network, spec.init, spec.initStd, seed));
  const running = (network.running ?? []).flatMap(({ mean, variance }) => [mean, variance]);
  running.forEach((statistic, i) => state && statistic.set(state.running[i]!));
  const memory: Memory = copyOf(state?.memory ?? {});
  const stepper = createWeightStepper(spec, network.layout, arithmetic, memory);
  const gradient = arithmetic.alloc(size);
  const batches = createBatches(data.train.count, spec.batch, seed);
  const [train, test] = [batchOf(data.train, arithmetic), batchOf(data.test, arithmetic)];
  const room = Math.min(spec.batch, train.count);
  const x = arithmetic.alloc(room * inputs);
  const targets = arithmetic.alloc(room * outputs);
  const rows: Row[] = state ? rowsOf(state.record, size) : [];
  let done = state?.done ?? 0;
  let divergedAt = state?.record.divergedAt ?? null;

  const keep = 1 - dropout;
  const fillMask = (t: number) => (mask: Numbers, layer: number, length: number) => {
    const { uniform } = createRng(seed, 'dropout', t, layer);
    for (let i = 0; i < length; i++) mask[i] = uniform() < keep ? 1 / keep : 0;
  };
  function gather(picked: Uint32Array): Batch {
    if (picked.length === train.count) return train;
    picked.forEach((row, i) => {
      x.set(train.x.subarray(row * inputs, (row + 1) * inputs), i * inputs);
      targets.set(train.targets.subarray(row * outputs, (row + 1) * outputs), i * outputs);
    });
    return { count: picked.length, x, targets };
  }
  function look(): void {
    const [trainLoss, trainAccuracy] = measure(data.train, train);
    const [testLoss, testAccuracy] = measure(data.test, test);
    rows.push({ at: done, weights: weights.slice(), trainLoss, testLoss, trainAccuracy, testAccuracy });
    if (!Number.isFinite(trainLoss)) divergedAt ??= done;
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
    done: () => done,
    step() {
      if (done >= steps || divergedAt !== null) return false;
      const t = done + 1;
      const loss = network.lossAndGradient(weights, gather(batches.at(t)), gradient, { fillMask: fillMask(t) });
      stepper(weights, gradient);
      done = t;
      if (!Number.isFinite(loss)) divergedAt = t;
      if (t % every === 0 || t === steps || divergedAt !== null) look();
      return done < steps && divergedAt === null;
    },
    record: () => recordOf(rows, size, divergedAt, arithmetic),
    latest: () => rows.at(-1)!,
    state: () => ({
      done,
      weights: Float64Array.from(weights),
      memory: copyOf(memory),
      running: running.map((statistic) => statistic.slice()),
      record: recordOf(rows, size, divergedAt, arithmetic),
    }),
  };
}

const copyOf = (memory: Memory): Memory =>
  Object.fromEntries(Object.entries(memory).map(([name, array]) => [name, array.slice()]));
