import { auto } from '../auto.ts';
import { inferDo } from '../do/infer.ts';
import { firstKernel } from '../firstKernel.ts';
import { ransac } from '../global/ransac.ts';
import { icpMethods, settingsOf, type Recipe } from '../recipes.ts';
import type { Outcome } from '../types.ts';
import { choicesOf, icpMember, runIcp } from './icp.ts';
import type { MethodAsk, RegistrationMethod } from './method.ts';

function runDo({ problem, prepared, maps, recorder, stop }: MethodAsk): Outcome {
  if (!maps) throw new Error('Discriminative Optimization needs maps trained for the target');
  recorder.phase('do');
  return inferDo(problem.source, maps, recorder, stop, { init: problem.init, targetTree: prepared.target.tree });
}

/** Every method by its name, in the order of the panel: one entry each. */
const methods = {
  'icp-point': icpMember('ICP', 0, icpMethods['icp-point']),
  'icp-plane': icpMember('ICP (plane)', 3, icpMethods['icp-plane']),
  gicp: icpMember('GICP', 2, icpMethods.gicp),
  'icp-robust': icpMember('Robust ICP', 2, icpMethods['icp-robust'], firstKernel),
  ransac: {
    name: 'RANSAC',
    hue: 3,
    takes: ['search', 'maxIterations', 'refine'],
    run: ({ spec, problem, prepared, recorder, stop }) => {
      const { seed, voxel } = spec;
      const refine = spec.refine ? settingsOf('icp-plane', choicesOf(spec), prepared.target) : null;
      return ransac(prepared, { init: problem.init, seed, voxel, refine }, recorder, stop);
    },
  },
  auto: {
    name: 'Automatic',
    hue: 1,
    takes: ['start', 'filter'],
    choosesVoxel: true,
    run: ({ spec, problem, recorder, stop }) => auto(problem, spec, recorder, stop),
  },
  do: { name: 'DO', hue: 1, takes: ['maps'], run: runDo },
  'do-icp': {
    name: 'DO + ICP',
    hue: 3,
    takes: ['search', 'maxIterations', 'maps'],
    run: (ask) => {
      const coarse = runDo(ask);
      const fine = runIcp(icpMethods['icp-finish'], 'icp-finish', ask, coarse.targetFromSource);
      return { ...fine, iterations: coarse.iterations + fine.iterations };
    },
  },
} satisfies Readonly<Record<string, RegistrationMethod>>;

export type MethodId = keyof typeof methods;
export const registrationMethods: Readonly<Record<MethodId, RegistrationMethod>> = methods;

/** What runs where nobody says what. */
export const defaultMethod = 'auto' satisfies MethodId;
export const isMethod = (name: string): name is MethodId => Object.hasOwn(methods, name);
/** In the order of the panel. */
export const shownMethodIds = Object.keys(methods) as readonly MethodId[];
/** In the order of the command line: the default first. */
export const methodIds: readonly MethodId[] = [defaultMethod, ...shownMethodIds.filter((id) => id !== defaultMethod)];

/** How a phase of a record matched points; null: it matched none. */
export function recipeOf(phase: string): Recipe | null {
  if (isMethod(phase)) return registrationMethods[phase].recipe ?? null;
  const others: Readonly<Record<string, Recipe>> = icpMethods;
  return Object.hasOwn(others, phase) ? others[phase]! : null;
}
