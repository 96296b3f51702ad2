import { createRng } from '../math/rng.ts';
import { ruleOf } from '../optimizers/index.ts';
import { createStepper, type Stepper } from '../optimizers/stepper.ts';
import { float64, type Arithmetic } from './arithmetic.ts';
import { createBatches } from './batches.ts';
import { initialWeights } from './init.ts';
import { accuracyOf } from './loss.ts';
import { createNetwork, type Batch, type Network } from './network.ts';
import type { DataSet, Numbers, Samples, TrainSpec } from './types.ts';

/** How a training went, at the updates recorded; `count` of them. */
export interface TrainRecord {
  readonly count: number;
  /** count: how many updates came before. */
  readonly at: Int32Array;
  /** count × size. */
  readonly weights: Float32Array | Float64Array;
  readonly trainLoss: Float64Array;
  readonly testLoss: Float64Array;
  /** NaN for plain values. */
  readonly trainAccuracy: Float64Array;
  readonly testAccuracy: Float64Array;
  /** The update whose weights or loss were no longer finite, or null. */
  readonly divergedAt: number | null;
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

/** A training from its first weights, to be driven update by update: whoever drives it may pause, stop, or tell how far it is. */
export function createTraining(spec: TrainSpec, data: DataSet, arithmetic: Arithmetic = float64): Training {
  const { optimizer, semantics, params, steps, seed, every } = spec;
  if (optimizer === 'muon') throw new Error('muon is not there yet');
  const network = createNetwork(spec.network, arithmetic);
  const { size } = network.layout;
  const { inputs, outputs, dropout } = spec.network;
  const weights = arithmetic.alloc(size);
  weights.set(initialWeights(spec.network, spec.init, spec.initStd, seed));
  const gradient = new Float64Array(size);
  const stepper: Stepper = createStepper(ruleOf(optimizer, semantics), params, size);
  const batches = createBatches(data.train.count, spec.batch, seed);
  const [train, test] = [batchOf(data.train, arithmetic), batchOf(data.test, arithmetic)];
  const x = arithmetic.alloc(train.x.length);
  const targets = arithmetic.alloc(train.targets.length);
  const rows: Row[] = [];
  let done = 0;
  let divergedAt: number | null = null;

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
    rows.push({
      at: done,
      weights: weights.slice(),
      ...{ trainLoss: network.loss(weights, train), trainAccuracy: accuracy(data.train, train) },
      ...{ testLoss: network.loss(weights, test), testAccuracy: accuracy(data.test, test) },
    });
  }
  function accuracy({ labels }: Samples, batch: Batch): number {
    return labels ? accuracyOf(network.forward(weights, batch), labels, batch.count, outputs) : NaN;
  }

  look();
  return {
    network,
    spec,
    weights,
    done: () => done,
    step() {
      if (done >= steps || divergedAt !== null) return false;
      const t = done + 1;
      const loss = network.lossAndGradient(weights, gather(batches.at(t)), gradient, { fillMask: fillMask(t) });
      stepper(weights as Float64Array, gradient);
      done = t;
      if (!Number.isFinite(loss)) divergedAt = t;
      if (t % every === 0 || t === steps || divergedAt !== null) look();
      return done < steps && divergedAt === null;
    },
    record: () => recordOf(rows, size, divergedAt),
  };
}

interface Row {
  readonly at: number;
  readonly weights: Numbers;
  readonly trainLoss: number;
  readonly testLoss: number;
  readonly trainAccuracy: number;
  readonly testAccuracy: number;
}

function recordOf(rows: readonly Row[], size: number, divergedAt: number | null): TrainRecord {
  const column = (name: Exclude<keyof Row, 'weights'>) => Float64Array.from(rows, (row) => row[name]);
  const weights = new Float64Array(rows.length * size);
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
