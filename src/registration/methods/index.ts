import { auto } from '../auto.ts';
import { inferDo, type PreparedDo } from '../do/infer.ts';
import { ransac } from '../global/ransac.ts';
import { icp } from '../icp.ts';
import { settingsOf, type IcpMethodId } from '../recipes.ts';
import type { Prepared } from '../prepare.ts';
import type { Judgement, Outcome, Problem, Recorder, Stop } from '../types.ts';
import type { MethodId, RegisterSpec } from '../specs.ts';

/** What a method is given. */
export interface MethodAsk {
  readonly spec: RegisterSpec;
  readonly problem: Problem;
  /** The problem's clouds. */
  readonly prepared: Prepared;
  readonly maps: PreparedDo | null;
  readonly recorder: Recorder;
  readonly stop: Stop;
}

/** What a method that chooses for itself says besides. */
export interface Found extends Outcome {
  readonly chosen?: { readonly voxel: number | null; readonly maxDistance: number | null };
  readonly judgement?: Judgement;
  readonly working?: Prepared;
}

/** Settings that not every method has; voxel, maximal distance (of the evaluation at least), start and seed go with all. */
export type Setting = 'kernel' | 'search' | 'maxIterations' | 'refine' | 'maps';

export interface RegistrationMethod {
  readonly takes: readonly Setting[];
  /** It thins the clouds out itself. */
  readonly choosesVoxel?: true;
  readonly run: (ask: MethodAsk) => Found;
}

function choicesOf({ kernel, search, maxDistance, maxIterations }: RegisterSpec) {
  return { kernel, search, maxDistance, maxIterations };
}

function runIcp(id: IcpMethodId, ask: MethodAsk, init = ask.problem.init): Outcome {
  const { spec, problem, prepared, recorder, stop } = ask;
  recorder.phase(id);
  return icp({ ...problem, init }, settingsOf(id, choicesOf(spec), prepared.target), prepared, recorder, stop);
}

function runDo({ problem, prepared, maps, recorder, stop }: MethodAsk): Outcome {
  if (!maps) throw new Error('Discriminative Optimization needs maps trained for the target');
  recorder.phase('do');
  return inferDo(problem.source, maps, recorder, stop, { init: problem.init, targetTree: prepared.target.tree });
}

const icpMember = (id: IcpMethodId): RegistrationMethod => ({
  takes: ['kernel', 'search', 'maxIterations'],
  run: (ask) => runIcp(id, ask),
});

/** Every method by its name: one line each, and the command line, the page and the tests have it. */
export const registrationMethods: Readonly<Record<MethodId, RegistrationMethod>> = {
  auto: {
    takes: [],
    choosesVoxel: true,
    run: ({ spec, problem, recorder, stop }) => auto(problem, spec, recorder, stop),
  },
  'icp-point': icpMember('icp-point'),
  'icp-plane': icpMember('icp-plane'),
  gicp: icpMember('gicp'),
  'icp-robust': icpMember('icp-robust'),
  ransac: {
    takes: ['search', 'maxIterations', 'refine'],
    run: ({ spec, problem, prepared, recorder, stop }) => {
      const { seed, voxel } = spec;
      const refine = spec.refine ? settingsOf('icp-plane', choicesOf(spec), prepared.target) : null;
      return ransac(prepared, { init: problem.init, seed, voxel, refine }, recorder, stop);
    },
  },
  do: { takes: ['maps'], run: runDo },
  'do-icp': {
    takes: ['search', 'maxIterations', 'maps'],
    run: (ask) => {
      const coarse = runDo(ask);
      const fine = runIcp('icp-finish', ask, coarse.targetFromSource);
      return { ...fine, iterations: coarse.iterations + fine.iterations };
    },
  },
};
