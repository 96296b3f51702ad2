import { EPSILON, type RunningStatistics } from '../batchNorm.ts';
import type { LayerPlace } from '../layout.ts';

/** Neurons that the kernel computes together. */
export const BLOCK = 4;
export const blocksOf = (outputs: number): number => Math.ceil(outputs / BLOCK);
/** float32 numbers of a layer in blocks: four biases, then four weights an input. */
export const packedLength = ({ inputs, outputs }: LayerPlace): number => blocksOf(outputs) * BLOCK * (inputs + 1);

/** What batch normalization in inference makes of a neuron's affine value: factor · value + shift. */
export function foldOf(
  { scales, shifts }: LayerPlace,
  j: number,
  weights: Float64Array,
  statistics: RunningStatistics | undefined,
): readonly [factor: number, shift: number] {
  if (!statistics) return [1, 0];
  const factor = weights[scales + j]! / Math.sqrt(statistics.variance[j]! + EPSILON);
  return [factor, weights[shifts + j]! - factor * statistics.mean[j]!];
}

/** Writes a layer's weights in blocks, its batch normalization folded in. */
export function packLayer(
  place: LayerPlace,
  weights: Float64Array,
  statistics: RunningStatistics | undefined,
  out: Float32Array,
): void {
  const { inputs, outputs, weights: at, biases } = place;
  for (let j = 0; j < outputs; j++) {
    const [factor, shift] = foldOf(place, j, weights, statistics);
    let to = Math.floor(j / BLOCK) * BLOCK * (inputs + 1) + (j % BLOCK);
    out[to] = factor * weights[biases + j]! + shift;
    for (let k = 0, from = at + j * inputs; k < inputs; k++) out[(to += BLOCK)] = factor * weights[from + k]!;
  }
}

/** Samples × neurons, row by row, to a row of `stride` numbers a neuron. */
export function transposeTo(values: Float64Array, width: number, stride: number, out: Float32Array): void {
  for (let i = 0, from = 0; from < values.length; i++)
    for (let j = 0; j < width; j++, from++) out[j * stride + i] = values[from]!;
}
