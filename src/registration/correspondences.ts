import type { Matrix4 } from '../math/matrix4.ts';
import { annealed } from './anneal.ts';
import { estimators } from './estimate.ts';
import { createMatches } from './matches.ts';
import type { Prepared } from './prepare.ts';
import type { IcpSettings } from './types.ts';

/** Column i of each is one match with a weight above 0. */
export interface Correspondences {
  /** Indices of source points. */
  readonly from: Int32Array;
  /** Indices of target points. */
  readonly to: Int32Array;
  readonly distanceSq: Float64Array;
  readonly weight: Float64Array;
}

/** The matches that the method used at a pose of its record, worked out again by the parts that used them. `iteration` counts within the phase. */
export function correspondences(
  prepared: Prepared,
  settings: IcpSettings,
  targetFromSource: Matrix4,
  iteration: number,
): Correspondences {
  const matches = createMatches(prepared, settings);
  const estimator = estimators[settings.estimation](prepared, matches, settings.kernel);
  matches.find(targetFromSource, iteration);
  const used = estimator.accumulate(
    targetFromSource,
    settings.scale === null ? NaN : annealed(settings.scale, iteration),
  );
  const from = new Int32Array(used);
  const to = new Int32Array(used);
  const distanceSq = new Float64Array(used);
  const weight = new Float64Array(used);
  const sourceOrder = prepared.source.ordered().order;
  const targetOrder = prepared.target.ordered().order;
  let count = 0;
  matches.index.forEach((j, i) => {
    if (j < 0 || !(matches.weight[i]! > 0)) return;
    from[count] = sourceOrder[matches.bySource ? i : j]!;
    to[count] = targetOrder[matches.bySource ? j : i]!;
    distanceSq[count] = matches.distanceSq[i]!;
    weight[count] = matches.weight[i]!;
    count++;
  });
  return { from, to, distanceSq, weight };
}
