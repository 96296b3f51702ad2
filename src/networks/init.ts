import { createRng } from '../math/rng.ts';
import { layoutOf } from './layout.ts';
import type { InitId, NetworkSpec } from './types.ts';

export const initIds = ['zero', 'std', 'xavier', 'he'] as const satisfies readonly InitId[];

const deviations: Readonly<Record<InitId, (fanIn: number, std: number) => number>> = {
  zero: () => 0,
  std: (_, std) => std,
  xavier: (fanIn) => Math.sqrt(1 / fanIn),
  he: (fanIn) => Math.sqrt(2 / fanIn),
};

/**
 * The weights before the first update: normal with the init's standard deviation (『ゼロから作るDeep Learning』 §6.2), biases 0, γ 1, β 0.
 * A layer's draws are a stream of their own, so that another width elsewhere does not change them.
 */
export function initialWeights(spec: NetworkSpec, init: InitId, std: number, seed: number): Float64Array {
  const { size, slices } = layoutOf(spec);
  const weights = new Float64Array(size);
  for (const { kind, layer, offset, rows, columns } of slices) {
    const piece = weights.subarray(offset, offset + rows * columns);
    if (kind === 'scales') piece.fill(1);
    if (kind !== 'weights') continue;
    const deviation = deviations[init](columns, std);
    const { gaussian } = createRng(seed, 'weights', layer);
    if (deviation > 0) for (let i = 0; i < piece.length; i++) piece[i] = deviation * gaussian();
  }
  return weights;
}
