import { activationOf } from './activations.ts';
import { float64, type Arithmetic } from './arithmetic.ts';
import {
  backThroughNorm,
  backThroughRunning,
  freshStatistics,
  normalizeBatch,
  normalizeRunning,
  type RunningStatistics,
} from './batchNorm.ts';
import { conventionsOf } from './conventions.ts';
import { layoutOf, type Layout } from './layout.ts';
import { meanLoss } from './loss.ts';
import { makeRoom, type Room } from './room.ts';
import type { NetworkSpec, Numbers } from './types.ts';

/** n samples in the network's own precision. */
export interface Batch {
  readonly count: number;
  /** count × inputs. */
  readonly x: Numbers;
  /** count × outputs. */
  readonly targets: Numbers;
}

/** `training`: batch statistics and dropout. Without it nothing is drawn and nothing is remembered. */
export interface Pass {
  readonly training?: boolean;
  /** Fills a hidden layer's mask (n × width) with 0 or what those kept are multiplied by: once a layer, from the first on. Needed where something is dropped. */
  readonly fillMask?: (mask: Numbers, layer: number, length: number) => void;
  /** By which statistics batch normalization goes: the batch's own in training, the running ones in inference, unless said here. Only training moves the running ones. */
  readonly statistics?: Statistics;
}

export type Statistics = 'batch' | 'running';

/** What is wanted of a way back besides the weights' gradient. */
export interface WayBack {
  /** ∂/∂weights (size); null: not computed. */
  readonly gradient: Numbers | null;
  /** Is shown ∂/∂a of each hidden layer (count × width), from the last to the first; what it is shown is overwritten afterwards. */
  readonly look?: (slope: Numbers, layer: number) => void;
  /** Takes ∂/∂x (count × inputs). */
  readonly input?: Numbers;
}

export interface Network {
  readonly spec: NetworkSpec;
  readonly arithmetic: Arithmetic;
  readonly layout: Layout;
  /** By hidden layer; null without batch normalization. */
  readonly running: readonly RunningStatistics[] | null;
  /** The room of the last pass: each layer's activations, for who looks inside. */
  readonly room: () => Room;
  /** Logits or values, count × outputs; overwritten by the next pass. */
  forward(weights: Numbers, batch: Pick<Batch, 'count' | 'x'>, pass?: Pass): Numbers;
  /** Mean loss of the data alone, in inference. */
  loss(weights: Numbers, batch: Batch): number;
  /** What training minimises: the mean loss in a training pass plus the decay's term; writes ∂/∂weights into `gradient` (size). */
  lossAndGradient(weights: Numbers, batch: Batch, gradient: Numbers, pass?: Pass): number;
  /** From ∂/∂outputs, which the caller has written into `room().output` after a forward pass over the batch, back through the pass that was made. */
  backward(weights: Numbers, batch: Pick<Batch, 'count' | 'x'>, way: WayBack): void;
}

/** Batch normalization goes on from these statistics: copies. */
export function remember({ running }: Network, statistics: readonly RunningStatistics[] | null | undefined): void {
  statistics?.forEach(({ mean, variance }, layer) => {
    running![layer]!.mean.set(mean);
    running![layer]!.variance.set(variance);
  });
}

/** A network without weights: these are an argument, one flat vector (see `layoutOf`), so that any optimizer may move them. */
export function createNetwork(spec: NetworkSpec, arithmetic: Arithmetic = float64): Network {
  const { hidden, outputs, activation, dropout, batchNorm, decay } = spec;
  const layout = layoutOf(spec);
  const { layers, slices } = layout;
  const apply = arithmetic.apply(activation);
  const { pullBack } = activationOf(activation);
  const conventions = conventionsOf(spec.conventions);
  const running = batchNorm ? hidden.map((width) => freshStatistics(width, conventions)) : null;
  const rooms = (capacity: number) => makeRoom(layout, arithmetic, capacity, dropout > 0, batchNorm);
  let room = rooms(0);
  /** By which statistics the last pass went. */
  let went: Statistics = 'running';

  function affine(weights: Numbers, layer: number, x: Numbers, n: number, out: Numbers): void {
    const { inputs, outputs: m, weights: at, biases } = layers[layer]!;
    arithmetic.timesTransposed(x, weights.subarray(at, at + m * inputs), out, n, inputs, m);
    for (let i = 0, to = 0; i < n; i++) for (let j = 0; j < m; j++, to++) out[to] = out[to]! + weights[biases + j]!;
  }

  function forward(
    weights: Numbers,
    { count: n, x }: Pick<Batch, 'count' | 'x'>,
    { training = false, fillMask, statistics = training ? 'batch' : 'running' }: Pass = {},
  ): Numbers {
    went = statistics;
    if (n > room.capacity) room = rooms(n);
    let input = x;
    hidden.forEach((width, layer) => {
      const { z, a, phi, mask, norm } = room.hidden[layer]!;
      const rows = { n, m: width };
      const { scales, shifts } = layers[layer]!;
      affine(weights, layer, input, n, z);
      if (running && statistics === 'batch')
        normalizeBatch(z, rows, { weights, scales, shifts }, norm!, training ? running[layer]! : null, conventions);
      else if (running) normalizeRunning(z, rows, { weights, scales, shifts }, running[layer]!, conventions);
      const length = n * width;
      apply(z, phi, length);
      if (mask) {
        if (training) fillMask?.(mask, layer, length);
        else mask.fill(conventions.inference(dropout), 0, length);
        for (let i = 0; i < length; i++) a[i] = phi[i]! * mask[i]!;
      }
      input = a;
    });
    affine(weights, hidden.length, input, n, room.output);
    return room.output;
  }

  function backward(
    weights: Numbers,
    { count: n, x }: Pick<Batch, 'count' | 'x'>,
    { gradient, look, input: slopeOfInput }: WayBack,
  ): void {
    let delta = room.output;
    let { above: next, below: other } = room;
    for (let layer = hidden.length; layer >= 0; layer--) {
      const { inputs, outputs: m, weights: at, biases } = layers[layer]!;
      if (gradient) {
        const input = layer === 0 ? x : room.hidden[layer - 1]!.a;
        arithmetic.transposedTimes(delta, input, gradient.subarray(at, at + m * inputs), m, n, inputs);
        gradient.fill(0, biases, biases + m);
        for (let i = 0, from = 0; i < n; i++)
          for (let j = 0; j < m; j++, from++) gradient[biases + j] = gradient[biases + j]! + delta[from]!;
      }
      const matrix = weights.subarray(at, at + m * inputs);
      if (layer === 0) {
        if (slopeOfInput) arithmetic.times(delta, matrix, slopeOfInput, n, m, inputs);
        return;
      }
      arithmetic.times(delta, matrix, next, n, m, inputs);
      const length = n * inputs;
      look?.(next.subarray(0, length), layer - 1);
      const { z, phi, mask } = room.hidden[layer - 1]!;
      if (mask) for (let i = 0; i < length; i++) next[i] = next[i]! * mask[i]!;
      pullBack(next, z, phi, length);
      if (running) backThrough(layer - 1, next, n, weights, gradient);
      delta = next;
      [next, other] = [other, next];
    }
  }

  /** Back through a hidden layer's batch normalization, by the statistics it went by. */
  function backThrough(layer: number, delta: Numbers, n: number, weights: Numbers, gradient: Numbers | null): void {
    const { outputs: m, scales, shifts } = layers[layer]!;
    const scaling = { weights, scales, shifts };
    if (went === 'batch') backThroughNorm(delta, { n, m }, scaling, room.hidden[layer]!.norm!, gradient);
    else backThroughRunning(delta, { n, m }, scaling, running![layer]!, conventions);
  }

  return {
    spec,
    arithmetic,
    layout,
    running,
    room: () => room,
    forward,
    loss(weights, batch) {
      return meanLoss(spec, forward(weights, batch), batch.targets, batch.count, outputs, false);
    },
    lossAndGradient(weights, batch, gradient, pass = {}) {
      forward(weights, batch, { ...pass, training: true });
      let loss = meanLoss(spec, room.output, batch.targets, batch.count, outputs, true);
      backward(weights, batch, { gradient });
      if (decay > 0) {
        for (const { kind, offset, rows, columns } of slices) {
          if (kind !== 'weights') continue;
          for (let i = offset; i < offset + rows * columns; i++) {
            loss += 0.5 * decay * weights[i]! ** 2;
            gradient[i] = gradient[i]! + decay * weights[i]!;
          }
        }
      }
      return loss;
    },
    backward,
  };
}
