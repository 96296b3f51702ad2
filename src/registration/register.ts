import type { PointCloud } from '../clouds/types.ts';
import { downsample } from '../clouds/voxel.ts';
import { identity } from '../math/matrix4.ts';
import type { PreparedDo } from './do/infer.ts';
import { certaintyOf } from './certainty.ts';
import { evaluate } from './evaluate.ts';
import { gatherEvidence } from './evidence.ts';
import { prepare, type Prepared } from './prepare.ts';
import { createRecorder, nullRecorder } from './recorder.ts';
import type { Judgement, Recorder, Stop } from './types.ts';
import { judge } from './verdict.ts';
import { registrationMethods } from './methods/index.ts';
import type { Found } from './methods/method.ts';
import type { JudgedResult, RegisterResult, RegisterSpec } from './specs.ts';

/** What a registration needs besides its spec and its clouds. */
export interface RegisterContext {
  /** Maps trained for the target, for the methods that need them. Their grid is built before, and counts in no time here. */
  readonly maps: PreparedDo | null;
  readonly record: boolean;
  readonly stop: Stop;
  /** Milliseconds. */
  readonly now: () => number;
}

/** A method's answer, and what it worked on. */
export interface Solved extends Found {
  readonly prepared: Prepared;
}

/** Voxel, index, normals and registration, without evaluation or verdict. */
export function solve(
  spec: RegisterSpec,
  source: PointCloud,
  target: PointCloud,
  maps: PreparedDo | null,
  recorder: Recorder,
  stop: Stop,
): Solved {
  const method = registrationMethods[spec.method];
  const { voxel } = spec;
  const thin = (cloud: PointCloud) => (voxel === null || method.choosesVoxel ? cloud : downsample(cloud, voxel));
  const clouds = { source: thin(source), target: thin(target) };
  const init = spec.init ? Float64Array.from(spec.init) : identity();
  const prepared = prepare(clouds);
  const found = method.run({ id: spec.method, spec, problem: { ...clouds, init }, prepared, maps, recorder, stop });
  return { ...found, prepared: found.working ?? prepared };
}

/**
 * One registration, with all that is known of it. Fitness and RMSE are Open3D's: each source point's nearest target point, within the maximal distance
 * if there is one, on the clouds after the voxels, whichever cloud the method lets search. The verdict comes with every
 * method, and its cost is not in `milliseconds`.
 * @throws {Error} where the method needs maps and has none
 */
export function register(
  spec: RegisterSpec,
  source: PointCloud,
  target: PointCloud,
  context: RegisterContext,
): JudgedResult {
  const { prepared, judgement, ...measured } = measure(spec, source, target, context);
  return {
    ...measured,
    judgement: judgement ?? judge(gatherEvidence(prepared, measured, context.stop)),
    certainty: certaintyOf(prepared, measured.targetFromSource),
  };
}

/** A registration before anybody has judged it. */
export interface Measured extends Omit<RegisterResult, 'judgement'> {
  /** null: the method has none of its own. */
  readonly judgement: Judgement | null;
}

/** The same without the verdict, which takes longer than most registrations. */
export function measure(
  spec: RegisterSpec,
  source: PointCloud,
  target: PointCloud,
  { maps, record, stop, now }: RegisterContext,
): Measured & Pick<Solved, 'prepared'> {
  const recorder = record ? createRecorder() : null;
  const begin = now();
  const solved = solve(spec, source, target, maps, recorder ?? nullRecorder, stop);
  const milliseconds = now() - begin;
  const { targetFromSource, iterations, converged, prepared } = solved;
  const chosen = solved.chosen ?? { voxel: spec.voxel, maxDistance: spec.maxDistance };
  const { fitness, inlierRmse } = evaluate(
    prepared.source.cloud.points,
    prepared.target.tree(),
    targetFromSource,
    chosen.maxDistance,
  );
  return {
    targetFromSource,
    iterations,
    converged,
    fitness,
    inlierRmse,
    judgement: solved.judgement ?? null,
    prepared,
    chosen,
    weighed: solved.weighed ?? null,
    leftOut: solved.leftOut ?? null,
    milliseconds,
    record: recorder?.record() ?? null,
    working: record ? { source: prepared.source.cloud, target: prepared.target.cloud } : null,
  };
}
