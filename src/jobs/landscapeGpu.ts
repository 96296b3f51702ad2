import type { Device } from '../gpu/device.ts';
import { landscapeKernelOf } from '../gpu/landscapeKernel.ts';
import { layoutOf } from '../networks/layout.ts';
import { combine, firstTerms, type LandscapeProblem, type Terms } from '../networks/landscape/evaluator.ts';
import { foldOf, transposeTo } from '../networks/landscape/blocks.ts';

/** Cells of one call: enough to hide what a call costs, few enough that it takes a fraction of a second in software. */
const CELLS = 65_536;

/** Like an `Evaluator`, but that its answers come later: a device is asked. */
export interface GpuEvaluator {
  readonly backend: 'gpu';
  readonly batch: number;
  /** Which of gpu.js's backends computed; null before the first batch. */
  readonly mode: () => string | null;
  evaluate(alpha: Float64Array, beta: Float64Array, out: Float64Array, count: number): Promise<void>;
}

/**
 * Losses over a plane by a GPU.js kernel over (sample × point); the weights of each point's later layers are put together in float64 here. Null where the net is too wide for a
 * kernel, or cross entropy has targets that are no class each.
 */
export function gpuLandscape(problem: LandscapeProblem, device: Device): GpuEvaluator | null {
  const { network, plane, samples, running } = problem;
  const { count, targets } = samples;
  const program = landscapeKernelOf(network);
  if (!program) return null;
  if (network.batchNorm && !running)
    throw new Error('batch normalization needs the running statistics of a trained net');
  if (network.loss === 'cross-entropy' && !targets.every((t) => t === 0 || t === 1)) return null;
  const { layers, size, widths } = layoutOf(network);
  const width = widths[1]!;
  const batch = Math.max(1, Math.floor(CELLS / count));
  const terms = new Float32Array(3 * width * count);
  for (const [k, values] of firstTerms(problem).entries())
    transposeTo(values, width, count, terms.subarray(k * width * count, (k + 1) * width * count));
  const later = layers.slice(1);
  const stride = later.reduce((sum, layer) => sum + layer.outputs * (layer.inputs + 1), 0);
  const factors = new Float32Array(4 * width * batch);
  const packed = new Float32Array(stride * batch);
  const targets32 = Float32Array.from(targets);
  const weightTerms: Terms = [plane.origin, plane.u, plane.v];
  const weights = new Float64Array(size);
  const after = layers[0]!.biases;
  let mode: string | null = null;

  function pack(point: number, alpha: number, beta: number): void {
    combine(weightTerms, alpha, beta, weights, after);
    for (let j = 0, at = 4 * width * point; j < width; j++, at += 4) {
      const [factor, shift] = foldOf(layers[0]!, j, weights, running?.[0]);
      factors.set([factor, factor * alpha, factor * beta, shift], at);
    }
    let to = stride * point;
    for (const [k, place] of later.entries()) {
      for (let j = 0; j < place.outputs; j++) {
        const [factor, shift] = foldOf(place, j, weights, running?.[k + 1]);
        packed[to++] = factor * weights[place.biases + j]! + shift;
        const from = place.weights + j * place.inputs;
        for (let i = from; i < from + place.inputs; i++) packed[to++] = factor * weights[i]!;
      }
    }
  }
  return {
    ...{ backend: 'gpu', batch },
    mode: () => mode,
    async evaluate(alpha, beta, out, points) {
      for (let p = 0; p < points; p++) pack(p, alpha[p]!, beta[p]!);
      const { data, backend } = await device.run({
        program,
        output: [count, batch],
        args: [terms, factors, packed, targets32, count],
        float64: () => {
          const reasons = device.report().backends.flatMap(({ id, reason }) => (reason ? [`${id}: ${reason}`] : []));
          throw new Error(`no backend of gpu.js computes this landscape here (${reasons.join('; ')})`);
        },
      });
      mode = backend;
      for (let p = 0; p < points; p++) {
        let total = 0;
        for (let cell = 4 * p * count, end = cell + 4 * count; cell < end; cell += 4)
          total += network.loss === 'cross-entropy' ? data[cell]! + Math.log1p(data[cell + 1]!) : data[cell + 1]! / 2;
        out[p] = total / count;
      }
    },
  };
}
