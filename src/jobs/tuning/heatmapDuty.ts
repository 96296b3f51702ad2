import { axisValues, type Axis } from '../../tuning/axis.ts';
import { outcomeOf } from '../../tuning/outcome.ts';
import { optimize } from '../optimize.ts';
import type { OptimizeSpec } from '../specs.ts';
import { varyRun } from './vary.ts';

/** A run for each pair of values of two of its parameters. Its values for these two stand in no cell. */
export interface HeatmapSpec {
  readonly run: OptimizeSpec;
  readonly x: Axis;
  readonly y: Axis;
  /** The least f there is, by which runs are found converged; null where nobody knows it. */
  readonly floor: number | null;
}

/** Numbers of a cell in an answer. */
export const WIDTH = 3;

/** Answers the outcomes of some cells, three numbers each: loss, first, converged. */
export async function heatmapDuty({ run, x, y, floor }: HeatmapSpec) {
  const [xs, ys] = [axisValues(x), axisValues(y)];
  return (cells: Uint32Array): Float64Array<ArrayBuffer> => {
    const outcomes = new Float64Array(WIDTH * cells.length);
    cells.forEach((cell, i) => {
      const values = { [x.name]: xs[cell % xs.length]!, [y.name]: ys[Math.floor(cell / xs.length)]! };
      const { loss, first, converged } = outcomeOf(optimize(varyRun(run, values)), floor);
      outcomes.set([loss, first, converged], WIDTH * i);
    });
    return outcomes;
  };
}
