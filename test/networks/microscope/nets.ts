import { createRng } from '../../../src/math/rng.ts';
import type { NetworkSpec } from '../../../src/networks/types.ts';

/** A network of three classes, or as said. */
export function netOf(spec: Pick<NetworkSpec, 'inputs' | 'hidden' | 'activation'> & Partial<NetworkSpec>): NetworkSpec {
  const { task = 'classes' } = spec;
  return {
    ...{ outputs: 3, task, loss: task === 'classes' ? 'cross-entropy' : 'squared-error' },
    ...{ batchNorm: false, dropout: 0, decay: 0, ...spec },
  };
}

/** Samples N(0, 1) with classes at random. */
export function batchFor({ inputs, outputs }: NetworkSpec, count: number, seed: number) {
  const { gaussian, integer } = createRng(seed, 'samples');
  const x = Float64Array.from({ length: count * inputs }, gaussian);
  const targets = new Float64Array(count * outputs);
  for (let i = 0; i < count; i++) targets[i * outputs + integer(outputs)] = 1;
  return { count, x, targets };
}
