import { reasonInWords } from '../../registration/reasons.ts';
import { noticeInWords } from '../../io/clouds/noticeInWords.ts';
import type { RegisterResult, RegisterSpec } from '../../registration/specs.ts';
import type { Matrix4, PoseError } from '../../math/matrix4.ts';
import type { ReadFile } from './clouds.ts';

export interface Registration {
  readonly source: ReadFile;
  readonly target: ReadFile;
  readonly spec: RegisterSpec;
  readonly result: RegisterResult;
  /** In the files' own coordinates. */
  readonly targetFromSource: Matrix4;
  /** null: no truth was given. */
  readonly error: PoseError | null;
}

/** One line of JSON, every digit. */
export function jsonOfRegistration({ result, targetFromSource, error }: Registration): string {
  const { iterations, converged, fitness, inlierRmse, judgement, chosen, milliseconds } = result;
  return `${JSON.stringify({
    targetFromSource: [...targetFromSource],
    iterations,
    converged,
    fitness,
    inlierRmse,
    verdict: judgement.verdict,
    reason: reasonInWords(judgement),
    chosen: { voxel: chosen.voxel, maxDistance: chosen.maxDistance },
    milliseconds,
    ...error,
  })}\n`;
}

/** The same for people to read. */
export function textOfRegistration({ source, target, spec, result, targetFromSource, error }: Registration): string {
  const { iterations, converged, fitness, inlierRmse, judgement, chosen, milliseconds } = result;
  const length = (value: number | null, none: string) => (value === null ? none : short(value));
  const rows = [0, 4, 8, 12].map((at) =>
    Array.from(targetFromSource.subarray(at, at + 4), (value) => value.toFixed(6).padStart(14)).join(''),
  );
  return [
    `source      ${described(source)}`,
    `target      ${described(target)}`,
    `method      ${spec.method}, voxel ${length(chosen.voxel, 'none')}, maximal distance ${length(chosen.maxDistance, 'none')}`,
    `verdict     ${judgement.verdict}: ${reasonInWords(judgement)}`,
    `iterations  ${iterations}, ${converged ? 'converged' : 'not converged'}, ${milliseconds.toFixed(0)} ms`,
    `fitness     ${short(fitness)} of the source points have a target point within the maximal distance`,
    `RMSE        ${short(inlierRmse)} over those`,
    ...(error
      ? [`to truth    ${short(error.rotationErrorDegrees)}°, ${short(error.translationError)} at the source's centre`]
      : []),
    'target ← source',
    ...rows,
    '',
  ].join('\n');
}

const short = (value: number): string => String(Number(value.toPrecision(6)));

function described({ path, file }: ReadFile): string {
  const what = file.mesh ? `mesh of ${file.count} vertices, sampled by area` : `${file.count} points`;
  return [`${path} (${what})`, ...file.notices.map(noticeInWords)].join('; ');
}
