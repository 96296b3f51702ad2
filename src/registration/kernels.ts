import type { KernelId } from './types.ts';

/**
 * Weight w(r) = ρ′(r)/r of a residual r under a robust kernel of scale s (both in the clouds' unit): what iteratively reweighted least
 * squares multiplies r² with. Table 1 of Zhang, "Parameter estimation techniques" (1997), whose Welsch has no ½ in its exponent.
 * `none` and `trimmed` weigh every match alike (trimming rejects beforehand).
 */
export function kernelWeight(kernel: KernelId, residualSq: number, scale: number): number {
  switch (kernel) {
    case 'none':
    case 'trimmed':
      return 1;
    case 'huber':
      return residualSq <= scale * scale ? 1 : scale / Math.sqrt(residualSq);
    case 'tukey': {
      const rest = 1 - residualSq / (scale * scale);
      return rest > 0 ? rest * rest : 0;
    }
    case 'welsch':
      return Math.exp(-residualSq / (scale * scale));
    case 'truncated':
      return residualSq <= scale * scale ? 1 : 0;
  }
}
