import { optimizerOf } from '../../optimizers/index.ts';
import { restingCurvature } from '../../surfaces/curvature.ts';
import type { Minimum } from '../../surfaces/types.ts';
import { edgeLine, type MapPoint } from '../../tuning/edge.ts';
import type { OptimizeSpec } from '../specs.ts';
import type { HeatmapSpec } from './heatmapDuty.ts';
import { valueOf, varyRun } from './vary.ts';

/**
 * The learning rate below which the run comes to rest and above which it does not: exact on a quadratic, elsewhere that of the flattest of `minima`. NaN where none is known, or
 * where lr changes on the way, so that no single one tells.
 */
export function limitOf({ surface, optimizer, params, disturbance }: OptimizeSpec, minima: readonly Minimum[]): number {
  const { stableBelow } = optimizerOf(optimizer);
  if (!stableBelow || disturbance?.lrChange || disturbance?.schedule) return NaN;
  const curvature = restingCurvature({ formula: surface.formula, minima }, surface.params);
  return curvature === null ? NaN : stableBelow(params, curvature.largest);
}

/** The edge of stability on a map; empty where none is known. */
export function edgeOf({ run, x, y }: Pick<HeatmapSpec, 'run' | 'x' | 'y'>, minima: readonly Minimum[]) {
  const at = (xValue: number, yValue: number): OptimizeSpec => {
    const values = [[x.name, xValue] as const, [y.name, yValue] as const];
    return varyRun(run, Object.fromEntries(values.filter(([, value]) => !Number.isNaN(value))));
  };
  const edge: readonly MapPoint[] = edgeLine({ x, y, lrAt: (...place) => valueOf(at(...place), 'lr') }, (...place) =>
    limitOf(at(...place), minima),
  );
  return edge;
}
