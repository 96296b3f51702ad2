import { lossIds } from '../../../src/toys/ids.ts';
import type { Means } from '../../../src/toys/means.ts';

/** Both losses by step, each as a part of its own start: their units differ. */
export interface MeanCurves {
  /** One a loss, in the order of `lossIds`. */
  readonly series: readonly Float64Array[];
  readonly high: number;
  readonly ticks: readonly number[];
}

/** A loss that climbs stands at the upper edge: below it the other one is to be read. */
const MOST = 2;

export function meanCurves({ runs }: Means): MeanCurves {
  const series = lossIds.map((loss) => {
    const { losses } = runs[loss];
    return losses.map((value) => value / losses[0]!);
  });
  const top = Math.max(...series.flatMap((values) => [...values].filter(Number.isFinite)), 0);
  const high = top > 1.02 ? MOST : 1;
  return { series, high, ticks: high > 1 ? [0, 1, 2] : [0, 0.5, 1] };
}

/** 0 at the foot of the axis, 1 at its head. */
export const heightOf = ({ high }: MeanCurves, value: number): number => Math.min(Math.max(value / high, 0), 1);
