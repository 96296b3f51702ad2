import { activationOf } from './activations.ts';
import { float64, type Arithmetic } from './arithmetic.ts';
import {
  backThroughNorm,
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

  function affine(weights: Numbers, layer: number, x: Numbers, n: number, out: Numbers): void {
    const { inputs, outputs: m, weights: at, biases } = layers[layer]!;
    arithmetic.timesTransposed(x, weights.subarray(at, at + m * inputs), out, n, inputs, m);
    for (let i = 0, to = 0; i < n; i++) for (let j = 0; j < m; j++, to++) out[to] = out[to]! + weights[biases + j]!;
  }

  function forward(
    weights: Numbers,
    { count: n, x }: Pick<Batch, 'count' | 'x'>,
    { training = false, fillMask }: Pass = {},
  ): Numbers {
    if (n > room.capacity) room = rooms(n);
    let input = x;
    hidden.forEach((width, layer) => {
      const { z, a, phi, mask, normed, inverseDeviation } = room.hidden[layer]!;
      const { scales, shifts } = layers[layer]!;
      affine(weights, layer, input, n, z);
      if (running && training)
        normalizeBatch(z, n, width, weights, scales, shifts, normed!, inverseDeviation!, running[layer]!, conventions);
      else if (running) normalizeRunning(z, n, width, weights, scales, shifts, running[layer]!, conventions);
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

  /** From ∂loss/∂outputs in `room.output` to the gradient. */
  function backward(weights: Numbers, { count: n, x }: Batch, gradient: Numbers): void {
    let delta = room.output;
    let { above: next, below: other } = room;
    for (let layer = hidden.length; layer >= 0; layer--) {
      const { inputs, outputs: m, weights: at, biases } = layers[layer]!;
      const input = layer === 0 ? x : room.hidden[layer - 1]!.a;
      arithmetic.transposedTimes(delta, input, gradient.subarray(at, at + m * inputs), m, n, inputs);
      gradient.fill(0, biases, biases + m);
      for (let i = 0, from = 0; i < n; i++)
        for (let j = 0; j < m; j++, from++) gradient[biases + j] = gradient[biases + j]! + delta[from]!;
      if (layer === 0) return;
      arithmetic.times(delta, weights.subarray(at, at + m * inputs), next, n, m, inputs);
      const { z, phi, mask, normed, inverseDeviation } = room.hidden[layer - 1]!;
      const length = n * inputs;
      if (mask) for (let i = 0; i < length; i++) next[i] = next[i]! * mask[i]!;
      pullBack(next, z, phi, length);
      const { scales, shifts } = layers[layer - 1]!;
      if (normed) backThroughNorm(next, n, inputs, weights, scales, shifts, normed, inverseDeviation!, gradient);
      delta = next;
      [next, other] = [other, next];
    }
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
      backward(weights, batch, gradient);
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
  };
}
