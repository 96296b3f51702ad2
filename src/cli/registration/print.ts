import { composeOrigins } from '../../io/clouds/origins.ts';
import { startInWords, leftOutInWords } from './said.ts';
import { reasonInWords } from '../../registration/reasons.ts';
import { noticeInWords } from '../../io/clouds/noticeInWords.ts';
import type { JudgedResult, RegisterSpec } from '../../registration/specs.ts';
import type { Candidate } from '../../registration/prior.ts';
import type { Matrix4, PoseError } from '../../math/matrix4.ts';
import type { ReadFile } from './clouds.ts';

export interface Registration {
  readonly source: ReadFile;
  readonly target: ReadFile;
  readonly spec: RegisterSpec;
  readonly result: JudgedResult;
  /** In the files' own coordinates. */
  readonly targetFromSource: Matrix4;
  /** null: no truth was given. */
  readonly error: PoseError | null;
}

/** One line of JSON, every digit. Keys are only ever added, behind those that were there. */
export function jsonOfRegistration(registration: Registration): string {
  const { result, targetFromSource, error } = registration;
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
    ...besides(registration),
  })}\n`;
}

/** What is known besides the pose; poses and places in the files' own coordinates. */
function besides({ source, target, result }: Registration) {
  const { weighed, leftOut, judgement, certainty } = result;
  const inFiles = (pose: Matrix4) => [...composeOrigins(pose, source.file.origin, target.file.origin)];
  const candidate = (one: Candidate | null) => one && { ...one, targetFromSource: inFiles(one.targetFromSource) };
  return {
    start: weighed && {
      ...weighed,
      start: candidate(weighed.start),
      global: candidate(weighed.global),
      apart: weighed.apart && { degrees: weighed.apart.angle * DEGREES, distance: weighed.apart.shift },
    },
    outliers: leftOut,
    overlap: certainty?.overlap ?? null,
    covariance: certainty?.covariance
      ? {
          ...certainty.covariance,
          matrix: [...certainty.covariance.matrix],
          about: certainty.covariance.about.map((value, axis) => value + target.file.origin[axis as 0 | 1 | 2]),
        }
      : null,
    alternatives: judgement.alternatives.map((one) => ({ ...one, targetFromSource: inFiles(one.targetFromSource) })),
    notices: noticesOf({ source, target, result }),
  };
}

const DEGREES = 180 / Math.PI;

/** Everything that is said besides the numbers: of the files, then of what was left out. */
function noticesOf({ source, target, result: { leftOut } }: Pick<Registration, 'source' | 'target' | 'result'>) {
  const sides = { source, target };
  return (['source', 'target'] as const).flatMap((of) => [
    ...sides[of].file.notices.map((notice) => ({ of, ...notice, text: noticeInWords(notice) })),
    ...(leftOut?.[of] ? [{ of, id: 'outliers', values: { ...leftOut[of] }, text: leftOutInWords(leftOut[of]) }] : []),
  ]);
}

/** The same for people to read. */
export function textOfRegistration(registration: Registration): string {
  const { source, target, spec, result, targetFromSource, error } = registration;
  const { iterations, converged, fitness, inlierRmse, judgement, chosen, milliseconds, weighed, certainty } = result;
  const length = (value: number | null, none: string) => (value === null ? none : short(value));
  const rows = [0, 4, 8, 12].map((at) =>
    Array.from(targetFromSource.subarray(at, at + 4), (value) => value.toFixed(6).padStart(14)).join(''),
  );
  const notices = noticesOf(registration);
  const said = (of: 'source' | 'target', { path, file }: ReadFile) => {
    const what = file.mesh ? `mesh of ${file.count} vertices, sampled by area` : `${file.count} points`;
    return [`${path} (${what})`, ...notices.filter((one) => one.of === of).map(({ text }) => text)].join('; ');
  };
  return [
    `source      ${said('source', source)}`,
    `target      ${said('target', target)}`,
    `method      ${spec.method}, voxel ${length(chosen.voxel, 'none')}, maximal distance ${length(chosen.maxDistance, 'none')}`,
    ...(weighed ? [`start       ${startInWords(weighed)}`] : []),
    `verdict     ${judgement.verdict}: ${reasonInWords(judgement)}`,
    `iterations  ${iterations}, ${converged ? 'converged' : 'not converged'}, ${milliseconds.toFixed(0)} ms`,
    `fitness     ${short(fitness)} of the source points have a target point within the maximal distance`,
    `RMSE        ${short(inlierRmse)} over those`,
    ...(certainty
      ? [
          `overlap     ${percent(certainty.overlap.source)} of the source and ${percent(certainty.overlap.target)} of the target have a point of the other within ${short(certainty.overlap.limit)}`,
        ]
      : []),
    ...(error
      ? [`to truth    ${short(error.rotationErrorDegrees)}°, ${short(error.translationError)} at the source's centre`]
      : []),
    'target ← source',
    ...rows,
    '',
  ].join('\n');
}

const short = (value: number): string => String(Number(value.toPrecision(6)));
const percent = (part: number): string => `${(100 * part).toFixed(0)} %`;
