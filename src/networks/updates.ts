import { createRng } from '../math/rng.ts';
import type { Memory } from '../optimizers/blockStepper.ts';
import type { Arithmetic } from './arithmetic.ts';
import { createBatches } from './batches.ts';
import { conventionsOf } from './conventions.ts';
import { jitterImages } from './data/jitter.ts';
import { initialWeights } from './init.ts';
import { createNetwork, type Batch, type Network } from './network.ts';
import type { Numbers, Samples, TrainSpec } from './types.ts';
import { createWeightStepper } from './weightStepper.ts';

/** All that updates carry from one to the next; plain typed arrays. */
export interface Standing<W extends Numbers = Float64Array> {
  /** Updates made. */
  readonly done: number;
  /** size. */
  readonly weights: W;
  /** The optimizer's, by name; names hold letters, digits and dots. */
  readonly memory: Readonly<Record<string, Float64Array>>;
  /** Mean, then variance, of each normalized layer in turn; empty without batch normalization. */
  readonly running: readonly Float64Array[];
}

/** A network on its way, that records nothing. */
export interface Updates {
  readonly network: Network;
  readonly weights: Numbers;
  /** Updates made. */
  readonly done: () => number;
  /** One more; what it minimises, before it. */
  update(): number;
  /** The samples of the last update; overwritten by the next. */
  readonly batch: () => Batch;
  /** Where it stands: a copy. */
  state(): Standing;
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

/** What a spec says of an update: how many there are, and what is recorded, is for who makes them. */
export type UpdatesSpec = Omit<TrainSpec, 'steps' | 'every'>;

/** Updates from the first weights or from where a state left them. `train`: in the arithmetic's precision, see `batchOf`. */
export function createUpdates(
  spec: UpdatesSpec,
  train: Batch,
  arithmetic: Arithmetic,
  state: Standing<Numbers> | null = null,
): Updates {
  const { seed, jitter = 0 } = spec;
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
  const batches = createBatches(train.count, spec.batch, seed, spec.sampling);
  const room = jitter > 0 && spec.batch === 0 ? train.count : Math.min(spec.batch, train.count);
  const x = arithmetic.alloc(room * inputs);
  const targets = arithmetic.alloc(room * outputs);
  let batch = train;
  let done = state?.done ?? 0;

  const keep = 1 - dropout;
  const kept = conventionsOf(spec.network.conventions).kept(dropout);
  const fillMask = (t: number) => (mask: Numbers, layer: number, length: number) => {
    const { uniform } = createRng(seed, 'dropout', t, layer);
    for (let i = 0; i < length; i++) mask[i] = uniform() < keep ? kept : 0;
  };
  function gather(picked: Uint32Array, t: number): Batch {
    if (picked.length === train.count && jitter === 0) return train;
    picked.forEach((row, i) => {
      x.set(train.x.subarray(row * inputs, (row + 1) * inputs), i * inputs);
      targets.set(train.targets.subarray(row * outputs, (row + 1) * outputs), i * outputs);
    });
    if (jitter > 0) jitterImages(x, picked.length, inputs, jitter, seed, t);
    return { count: picked.length, x, targets };
  }

  return {
    network,
    weights,
    done: () => done,
    update() {
      const t = done + 1;
      batch = gather(batches.at(t), t);
      const loss = network.lossAndGradient(weights, batch, gradient, { fillMask: fillMask(t) });
      // Batch normalization remembers a second look at the batch like the first, as the usual code for PyTorch has it.
      stepper(weights, gradient, 1, {
        f: loss,
        gradient: (at, into) => void network.lossAndGradient(at, batch, into, { fillMask: fillMask(t) }),
      });
      done = t;
      return loss;
    },
    batch: () => batch,
    state: () => ({
      done,
      weights: Float64Array.from(weights),
      memory: copyOf(memory),
      running: running.map((statistic) => statistic.slice()),
    }),
  };
}

const copyOf = (memory: Memory): Memory =>
  Object.fromEntries(Object.entries(memory).map(([name, array]) => [name, array.slice()]));
