import { activationOf } from '../activations.ts';
import { float64 } from '../arithmetic.ts';
import { normalizeRunning } from '../batchNorm.ts';
import { layoutOf } from '../layout.ts';
import { meanLoss } from '../loss.ts';
import { combine, firstTerms, type Evaluator, type LandscapeProblem, type Terms } from './evaluator.ts';

/** The reference: float64, loops of TypeScript, one point after the other. */
export function float64Evaluator(problem: LandscapeProblem): Evaluator {
  const { network, plane, samples, running } = problem;
  const { count, targets, outputs } = samples;
  const { layers, size, widths } = layoutOf(network);
  const { value } = activationOf(network.activation);
  if (network.batchNorm && !running)
    throw new Error('batch normalization needs the running statistics of a trained net');
  const terms = firstTerms(problem);
  const weightTerms: Terms = [plane.origin, plane.u, plane.v];
  const weights = new Float64Array(size);
  const rooms = widths.slice(1).map((width) => new Float64Array(count * width));
  const after = layers[0]!.biases;

  function loss(alpha: number, beta: number): number {
    combine(weightTerms, alpha, beta, weights, after);
    combine(terms, alpha, beta, rooms[0]!);
    network.hidden.forEach((width, layer) => {
      const z = rooms[layer]!;
      const { scales, shifts } = layers[layer]!;
      if (running) normalizeRunning(z, { n: count, m: width }, { weights, scales, shifts }, running[layer]!);
      for (let i = 0; i < z.length; i++) z[i] = value(z[i]!);
      affine(layer + 1, z, rooms[layer + 1]!);
    });
    return meanLoss(network, rooms.at(-1)!, targets, count, outputs, false);
  }
  function affine(layer: number, x: Float64Array, out: Float64Array): void {
    const { inputs, outputs: m, weights: at, biases } = layers[layer]!;
    float64.timesTransposed(x, weights.subarray(at, at + m * inputs), out, count, inputs, m);
    for (let i = 0, to = 0; i < count; i++) for (let j = 0; j < m; j++, to++) out[to] = out[to]! + weights[biases + j]!;
  }
  return {
    ...{ backend: 'float64', batch: 1 },
    evaluate(alpha, beta, out, points) {
      for (let i = 0; i < points; i++) out[i] = loss(alpha[i]!, beta[i]!);
    },
    dispose() {},
  };
}
