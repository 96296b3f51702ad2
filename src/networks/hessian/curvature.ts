import { activationOf } from '../activations.ts';
import { EPSILON, type RunningStatistics } from '../batchNorm.ts';
import { layoutOf } from '../layout.ts';
import { meanLoss } from '../loss.ts';
import type { Batch } from '../network.ts';
import type { NetworkSpec, Numbers } from '../types.ts';
import { addTimes, addTimesTransposed, addTransposedTimes } from './accumulate.ts';
import { layerRooms } from './layerRoom.ts';
import { lossCurvature } from './lossCurvature.ts';

/** The Hessian of a loss at one place, without the matrix. */
export interface Curvature {
  readonly size: number;
  readonly loss: number;
  /** size: the gradient there. */
  readonly gradient: Float64Array;
  /** out (size) = H v. */
  product(v: Float64Array, out: Float64Array): void;
}

/**
 * Exact Hessian–vector products of the mean loss plus the decay's term by the R-operator (Pearlmutter 1994): each quantity of the forward and the backward pass beside its
 * derivative along v, at the price of two gradients. In inference: nothing dropped, batch normalization with its running statistics (an affine map of each sample for itself).
 */
export function curvatureAt(
  spec: NetworkSpec,
  weights: Numbers,
  { count: n, x, targets }: Batch,
  running: readonly RunningStatistics[] | null = null,
): Curvature {
  const { batchNorm, decay, outputs } = spec;
  if (batchNorm && !running) throw new Error('batch normalization needs the running statistics of a trained net');
  const layout = layoutOf(spec);
  const { layers, size, slices } = layout;
  const { value, slope: slopeOf, bend: bendOf } = activationOf(spec.activation);
  const rooms = layerRooms(layout, n);
  const last = rooms.length - 1;
  const inputOf = (layer: number): Numbers => (layer === 0 ? x : rooms[layer - 1]!.h);
  const matrix = (w: Numbers, layer: number): Numbers => {
    const { weights: at, inputs, outputs: m } = layers[layer]!;
    return w.subarray(at, at + m * inputs);
  };

  /** By neuron: y = scale · normed + shift, normed = (affine − mean) · inverse. Null: y is the affine value. */
  const normOf = (layer: number) => {
    const statistics = running?.[layer];
    if (!statistics) return null;
    const { scales, shifts } = layers[layer]!;
    const inverse = statistics.variance.map((variance) => 1 / Math.sqrt(variance + EPSILON));
    return { mean: statistics.mean, inverse, scales, shifts };
  };
  const norms = layers.map((_, layer) => normOf(layer));

  function forward(): void {
    for (const [layer, { inputs, outputs: m, biases }] of layers.entries()) {
      const { normed, h, slope, bend } = rooms[layer]!;
      const norm = norms[layer] ?? null;
      fillRows(normed, weights, biases, m);
      addTimesTransposed(inputOf(layer), matrix(weights, layer), normed, n, inputs, m);
      if (norm) for (let k = 0; k < n * m; k++) normed[k] = (normed[k]! - norm.mean[k % m]!) * norm.inverse[k % m]!;
      for (let k = 0; k < n * m; k++) {
        const j = k % m;
        const y = norm ? weights[norm.scales + j]! * normed[k]! + weights[norm.shifts + j]! : normed[k]!;
        h[k] = layer === last ? y : value(y);
        slope[k] = layer === last ? 1 : slopeOf(y, h[k]!);
        bend[k] = layer === last ? 0 : bendOf(y, h[k]!);
      }
    }
  }

  function backward(gradient: Float64Array): void {
    for (let layer = last; layer >= 0; layer--) {
      const { inputs, outputs: m, biases } = layers[layer]!;
      const { normed, slope, byH, byY, byAffine } = rooms[layer]!;
      const norm = norms[layer] ?? null;
      for (let k = 0; k < n * m; k++) {
        const j = k % m;
        byY[k] = byH[k]! * slope[k]!;
        byAffine[k] = norm ? byY[k]! * weights[norm.scales + j]! * norm.inverse[j]! : byY[k]!;
        gradient[biases + j]! += byAffine[k]!;
        if (norm) gradient[norm.scales + j]! += byY[k]! * normed[k]!;
        if (norm) gradient[norm.shifts + j]! += byY[k]!;
      }
      addTransposedTimes(byAffine, inputOf(layer), matrix(gradient, layer), m, n, inputs);
      if (layer > 0) addTimes(byAffine, matrix(weights, layer), rooms[layer - 1]!.byH, n, m, inputs);
    }
  }

  function forwardAlong(v: Float64Array): void {
    for (const [layer, { inputs, outputs: m, biases }] of layers.entries()) {
      const { normed, slope, rNormed, rY, rH } = rooms[layer]!;
      const norm = norms[layer] ?? null;
      fillRows(rNormed, v, biases, m);
      addTimesTransposed(inputOf(layer), matrix(v, layer), rNormed, n, inputs, m);
      if (layer > 0) addTimesTransposed(rooms[layer - 1]!.rH, matrix(weights, layer), rNormed, n, inputs, m);
      for (let k = 0; k < n * m; k++) {
        const j = k % m;
        if (norm) {
          rNormed[k] = rNormed[k]! * norm.inverse[j]!;
          rY[k] = v[norm.scales + j]! * normed[k]! + weights[norm.scales + j]! * rNormed[k]! + v[norm.shifts + j]!;
        } else rY[k] = rNormed[k]!;
        rH[k] = slope[k]! * rY[k]!;
      }
    }
  }

  function backwardAlong(v: Float64Array, out: Float64Array): void {
    for (let layer = last; layer >= 0; layer--) {
      const { inputs, outputs: m, biases } = layers[layer]!;
      const { normed, slope, bend, byH, byY, byAffine, rNormed, rY, rByH, rByAffine } = rooms[layer]!;
      const norm = norms[layer] ?? null;
      for (let k = 0; k < n * m; k++) {
        const j = k % m;
        const rByY = rByH[k]! * slope[k]! + byH[k]! * bend[k]! * rY[k]!;
        rByAffine[k] = norm
          ? (rByY * weights[norm.scales + j]! + byY[k]! * v[norm.scales + j]!) * norm.inverse[j]!
          : rByY;
        out[biases + j]! += rByAffine[k]!;
        if (norm) out[norm.scales + j]! += rByY * normed[k]! + byY[k]! * rNormed[k]!;
        if (norm) out[norm.shifts + j]! += rByY;
      }
      addTransposedTimes(rByAffine, inputOf(layer), matrix(out, layer), m, n, inputs);
      if (layer === 0) return;
      const below = rooms[layer - 1]!;
      addTransposedTimes(byAffine, below.rH, matrix(out, layer), m, n, inputs);
      below.rByH.fill(0);
      addTimes(rByAffine, matrix(weights, layer), below.rByH, n, m, inputs);
      addTimes(byAffine, matrix(v, layer), below.rByH, n, m, inputs);
    }
  }

  /** ½ λ Σ w² over weights, not biases: to the gradient, or to H v, λ times the vector. */
  function addDecay(w: Numbers, out: Float64Array): void {
    for (const { kind, offset, rows, columns } of slices)
      if (kind === 'weights') for (let i = offset; i < offset + rows * columns; i++) out[i]! += decay * w[i]!;
  }

  forward();
  const output = rooms[last]!;
  output.byH.set(output.h);
  let loss = meanLoss(spec, output.byH, targets, n, outputs, true);
  const gradient = new Float64Array(size);
  backward(gradient);
  addDecay(weights, gradient);
  for (const { kind, offset, rows, columns } of slices)
    if (kind === 'weights')
      for (let i = offset; i < offset + rows * columns; i++) loss += 0.5 * decay * weights[i]! ** 2;

  return {
    ...{ size, loss, gradient },
    product(v, out) {
      forwardAlong(v);
      output.rByH.set(output.rY);
      lossCurvature(spec, output.h, targets, output.rByH, n, outputs);
      out.fill(0);
      backwardAlong(v, out);
      addDecay(v, out);
    },
  };
}

/** Every row of `rows` (n × m) becomes the m numbers of `w` from `at` on. */
function fillRows(rows: Float64Array, w: Numbers, at: number, m: number): void {
  for (let k = 0; k < rows.length; k++) rows[k] = w[at + (k % m)]!;
}
