import { createRng } from '../../../src/math/rng.ts';
import type { Weights } from '../../../src/reconstruction/network/weights.ts';

/** Any tensor asked for, of numbers that follow from its name: small enough that a layer's results stay near 1. */
export const fakeWeights: Weights = {
  kind: 'network',
  crc32: 0,
  tensor(name, shape) {
    const rng = createRng(1, 'fake', name);
    const fanIn = shape.slice(1).reduce((product, side) => product * side, 1);
    const size = fanIn * (shape[0] ?? 0);
    return Float32Array.from({ length: size }, () => rng.gaussian() / Math.sqrt(fanIn));
  },
};

export function randomInput(length: number, name = 'input'): Float64Array<ArrayBuffer> {
  const rng = createRng(2, name);
  return Float64Array.from({ length }, () => Math.max(0, rng.gaussian()));
}
