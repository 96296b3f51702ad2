import type { Batch, Network } from '../network.ts';
import type { Numbers } from '../types.ts';
import { curvatureAt } from './curvature.ts';
import { lanczos, type LanczosOptions, type TopEigen } from './lanczos.ts';

/**
 * The `count` largest eigenvalues of the Hessian of the mean loss (with the decay's term) at `weights`, in inference; the first is the sharpness: gradient descent is stable
 * along a direction only while its learning rate is below 2/λ.
 */
export function topEigenvalues(
  { spec, running }: Pick<Network, 'spec' | 'running'>,
  weights: Numbers,
  batch: Batch,
  count: number,
  options: LanczosOptions = {},
): TopEigen {
  const { product, size } = curvatureAt(spec, weights, batch, running);
  return lanczos(product, size, count, options);
}

export function sharpness(
  network: Pick<Network, 'spec' | 'running'>,
  weights: Numbers,
  batch: Batch,
  tolerance = 1e-4,
): number {
  return topEigenvalues(network, weights, batch, 1, { tolerance }).values[0]!;
}
