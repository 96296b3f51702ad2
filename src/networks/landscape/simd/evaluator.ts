import type { Instantiate } from '../../../math/wasm.ts';
import { layoutOf } from '../../layout.ts';
import { combine, firstTerms, type Backend, type Terms } from '../evaluator.ts';
import { BLOCK, blocksOf, foldOf, packedLength, packLayer, transposeTo } from '../blocks.ts';
import { landscapeModule, type LandscapeFunctions } from './module.ts';

/**
 * Four samples at a time in float32, one point of the grid after the other. Sums over samples are made in float64, in the samples' order.
 * Cross entropy needs targets that are one class each.
 */
export const simdBackend =
  (instantiate: Instantiate<LandscapeFunctions>): Backend =>
  (problem) => {
    const { network, plane, samples, running } = problem;
    const { count, outputs, targets } = samples;
    if (network.batchNorm && !running)
      throw new Error('batch normalization needs the running statistics of a trained net');
    if (network.loss === 'cross-entropy' && !oneHot(targets)) return null;
    const { layers, size, widths } = layoutOf(network);
    // A multiple of eight samples, an odd one: rows that lie a power of two apart would share one place of the cache.
    const stride = 8 * (Math.ceil(count / 8) | 1);
    const rowBytes = 4 * stride;

    let used = 0;
    const place = (floats: number): number => {
      const at = used;
      used += 4 * Math.ceil(floats / 8) * 8;
      return at;
    };
    const width = widths[1]!;
    const terms = place(3 * width * stride);
    const factors = place(4 * width);
    const rooms = widths.slice(1).map((w) => place(blocksOf(w) * BLOCK * stride));
    const packed = layers.map((layer) => place(packedLength(layer)));
    const targetsAt = place(outputs * stride);
    const lossAt = place(2 * stride);

    const instance = instantiate(landscapeModule(network.activation, network.task, network.loss), used);
    if (!instance) return null;
    const { buffer, functions } = instance;
    const floats = (at: number, length: number) => new Float32Array(buffer, at, length);
    const termBytes = 4 * width * stride;
    for (const [k, values] of firstTerms(problem).entries())
      transposeTo(values, width, stride, floats(terms + k * termBytes, width * stride));
    transposeTo(targets, outputs, stride, floats(targetsAt, outputs * stride));
    const factorsOf = floats(factors, 4 * width);
    const packs = layers.map((layer, l) => floats(packed[l]!, packedLength(layer)));
    const perSample = floats(lossAt, 2 * stride);

    const weightTerms: Terms = [plane.origin, plane.u, plane.v];
    const weights = new Float64Array(size);
    const after = layers[0]!.biases;

    function loss(alpha: number, beta: number): number {
      combine(weightTerms, alpha, beta, weights, after);
      for (let j = 0; j < width; j++) {
        const [factor, shift] = foldOf(layers[0]!, j, weights, network.hidden.length > 0 ? running?.[0] : undefined);
        factorsOf[4 * j] = factor;
        factorsOf[4 * j + 1] = factor * alpha;
        factorsOf[4 * j + 2] = factor * beta;
        factorsOf[4 * j + 3] = shift;
      }
      functions.first(rooms[0]!, terms, factors, termBytes, rowBytes);
      for (let l = 1; l < layers.length; l++) {
        const [from, to, layer] = [rooms[l - 1]!, rooms[l]!, layers[l]!];
        functions.activate(from, from + layer.inputs * rowBytes);
        packLayer(layer, weights, running?.[l], packs[l]!);
        functions.layer(from, packed[l]!, to, layer.inputs, blocksOf(layer.outputs), rowBytes);
      }
      const y = rooms.at(-1)!;
      functions.loss(y, targetsAt - y, lossAt, outputs, rowBytes);
      return network.loss === 'cross-entropy' ? sumOfLogs() : sumOfSquares();
    }
    function sumOfLogs(): number {
      let total = 0;
      for (let i = 0; i < count; i++) total += perSample[i]! + Math.log1p(perSample[stride + i]!);
      return total / count;
    }
    function sumOfSquares(): number {
      let total = 0;
      for (let i = stride; i < stride + count; i++) total += perSample[i]!;
      return total / (2 * count);
    }
    return {
      ...{ backend: 'simd', batch: 1 },
      evaluate(alpha, beta, out, points) {
        for (let i = 0; i < points; i++) out[i] = loss(alpha[i]!, beta[i]!);
      },
      dispose() {},
    };
  };

const oneHot = (targets: Float64Array): boolean => targets.every((t) => t === 0 || t === 1);
