import type { Matrix4 } from '../math/matrix4.ts';
import type { Recorder, RegistrationRecord } from './types.ts';

const POSE = 16;
const EIGENVALUES = 6;
/** fitness, inlier RMSE, inliers, scale, limit. */
const SCALARS = 5;
const COLUMN = POSE + EIGENVALUES + SCALARS;

/** Hears nothing. Methods compare with it, so as not to work out what nobody hears. */
export const nullRecorder: Recorder = { phase() {}, step() {} };

/** Writes down every step; `record()` copies what has been heard so far. */
export function createRecorder(): Recorder & { record(): RegistrationRecord } {
  let rows = new Float64Array(64 * COLUMN);
  let count = 0;
  let fresh = false;
  const phases: { name: string; from: number }[] = [];

  return {
    phase(name) {
      phases.push({ name, from: count });
      fresh = true;
    },
    step(pose, fitness, inlierRmse, inliers, scale, limit, eigenvalues) {
      // A phase that begins where the last one ended goes on from the same state: one column, seen with the new phase's eyes.
      const phase = phases.at(-1);
      if (fresh && phase && count > 0 && samePose(rows, (count - 1) * COLUMN, pose)) {
        count--;
        phase.from = count;
      }
      fresh = false;
      if ((count + 1) * COLUMN > rows.length) {
        const longer = new Float64Array(rows.length * 2);
        longer.set(rows);
        rows = longer;
      }
      const at = count * COLUMN;
      rows.set(pose, at);
      if (eigenvalues) rows.set(eigenvalues, at + POSE);
      else rows.fill(NaN, at + POSE, at + POSE + EIGENVALUES);
      rows.set([fitness, inlierRmse, inliers, scale, limit], at + POSE + EIGENVALUES);
      count++;
    },
    record() {
      const column = (offset: number, width: number) => {
        const values = new Float64Array(count * width);
        for (let i = 0; i < count; i++) {
          values.set(rows.subarray(i * COLUMN + offset, i * COLUMN + offset + width), i * width);
        }
        return values;
      };
      const scalar = (k: number) => column(POSE + EIGENVALUES + k, 1);
      return {
        steps: Math.max(0, count - 1),
        poses: column(0, POSE),
        eigenvalues: column(POSE, EIGENVALUES),
        fitness: scalar(0),
        inlierRmse: scalar(1),
        inliers: scalar(2),
        scale: scalar(3),
        limit: scalar(4),
        phases: phases.map((phase) => ({ ...phase })),
      };
    },
  };
}

function samePose(rows: Float64Array, at: number, pose: Matrix4): boolean {
  return pose.every((value, i) => value === rows[at + i]);
}
