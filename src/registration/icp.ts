import type { Matrix4 } from '../math/matrix4.ts';
import { multiply, rotationAngle } from '../math/matrix4.ts';
import { annealed, hasArrived } from './anneal.ts';
import { estimators } from './estimate.ts';
import { createMatches } from './matches.ts';
import type { Prepared } from './prepare.ts';
import { nullRecorder } from './recorder.ts';
import type { IcpSettings, Outcome, Problem, Recorder, Stop } from './types.ts';

/**
 * One member of the ICP family: match, reject, weigh, estimate, move, until a move is smaller than both tolerances with all annealing
 * done (converged), the iterations are used up, the matches no longer determine a motion, or `stop`. Works on `prepared`'s clouds; `init` alone is
 * read from the problem. The caller names the phase.
 */
export function icp(
  { init }: Pick<Problem, 'init'>,
  settings: IcpSettings,
  prepared: Prepared,
  recorder: Recorder,
  stop: Stop,
): Outcome {
  const matches = createMatches(prepared, settings);
  const estimator = estimators[settings.estimation](prepared, matches, settings.kernel);
  const { centroid } = prepared.target.size();
  const recording = recorder !== nullRecorder;
  const eigenvalues = new Float64Array(6);
  const targetFromSource = Float64Array.from(init);
  const step = new Float64Array(16);
  let iterations = 0;
  let converged = false;

  for (;;) {
    const last = converged || iterations >= settings.maxIterations || stop.aborted;
    if (last && !recording) break;
    const { fitness, inlierRmse, limit } = matches.find(targetFromSource, iterations);
    const scale = settings.scale === null ? NaN : annealed(settings.scale, iterations);
    const inliers = estimator.accumulate(targetFromSource, scale);
    if (recording) {
      estimator.eigenvalues(eigenvalues);
      recorder.step(targetFromSource, fitness, inlierRmse, inliers, scale, limit, eigenvalues);
    }
    if (last || !estimator.solve(step)) break;
    multiply(step, targetFromSource, targetFromSource);
    converged =
      hasArrived(settings.scale, iterations) &&
      hasArrived(settings.maxDistance, iterations) &&
      rotationAngle(step) < settings.rotationTolerance &&
      movement(step, centroid) < settings.translationTolerance;
    iterations++;
  }
  return { targetFromSource, iterations, converged };
}

/** How far a motion takes the target's centroid: the bare translation would depend on where the origin happens to lie. */
function movement(step: Matrix4, [x, y, z]: readonly [number, number, number]): number {
  return Math.hypot(
    step[0]! * x + step[1]! * y + step[2]! * z + step[3]! - x,
    step[4]! * x + step[5]! * y + step[6]! * z + step[7]! - y,
    step[8]! * x + step[9]! * y + step[10]! * z + step[11]! - z,
  );
}
