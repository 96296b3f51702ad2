import { nullRecorder } from './recorder.ts';
import type { Recorder } from './types.ts';

/** Keeps what it hears until it is known whether anybody wants it. */
export interface Tape {
  readonly recorder: Recorder;
  play(to: Recorder): void;
}

/** For a method that tries several ways and records only the one it takes. Where `listener` hears nothing, nothing is kept. */
export function tapeFor(listener: Recorder): Tape {
  if (listener === nullRecorder) return { recorder: nullRecorder, play() {} };
  const calls: ((to: Recorder) => void)[] = [];
  return {
    recorder: {
      phase(name) {
        calls.push((to) => to.phase(name));
      },
      step(pose, fitness, inlierRmse, inliers, scale, limit, eigenvalues) {
        const at = pose.slice();
        const values = eigenvalues === null ? null : eigenvalues.slice();
        calls.push((to) => to.step(at, fitness, inlierRmse, inliers, scale, limit, values));
      },
    },
    play(to) {
      for (const call of calls) call(to);
    },
  };
}
