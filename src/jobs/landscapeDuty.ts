import { createGrid, type GridSpec } from '../networks/landscape/grid.ts';
import { float64Evaluator } from '../networks/landscape/reference.ts';
import type { BackendId } from '../networks/landscape/evaluator.ts';
import type { Samples } from '../networks/types.ts';
import { simdLandscape } from './landscapeBackend.ts';

/** A grid of losses that several workers share. */
export interface LandscapeSetup {
  readonly spec: GridSpec;
  readonly samples: Samples;
  /** `simd` where this engine and this network can; else float64. */
  readonly backend: 'simd' | 'float64';
  /** In how many shares. */
  readonly of: number;
}

export interface LandscapeShare {
  readonly backend: BackendId;
  /** size²; NaN at other shares' points. */
  readonly loss: Float64Array;
}

/** Answers one share of the grid at a time, by its index. */
export async function landscapeDuty({ spec, samples, backend, of }: LandscapeSetup) {
  const problem = { network: spec.network, plane: spec.plane, running: spec.running ?? null, samples };
  const evaluator = (backend === 'simd' ? simdLandscape(problem) : null) ?? float64Evaluator(problem);
  return (index: number): LandscapeShare => {
    const grid = createGrid(spec, samples, { evaluator, share: [index, of] });
    while (grid.step(Infinity));
    return { backend: grid.backend, loss: grid.loss };
  };
}
