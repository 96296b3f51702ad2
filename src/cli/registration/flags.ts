import { methodIds, registrationMethods, type MethodId } from '../../registration/methods/index.ts';
import type { Setting } from '../../registration/methods/method.ts';
import { filters } from '../../registration/noise.ts';
import { startPriors } from '../../registration/prior.ts';
import { defaultRegisterSpec, type RegisterSpec } from '../../registration/specs.ts';
import { whole, type Accepted } from '../../params/spec.ts';
import { kernelIds, searches } from '../../registration/types.ts';
import { Refusal } from '../refusal.ts';
import { numberWithin, offer } from '../values.ts';

/** What commander hands over: `register`'s flags as they were typed. */
export interface RegisterFlags {
  readonly method?: string;
  readonly kernel?: string;
  readonly search?: string;
  readonly maxDistance?: string;
  readonly maxIterations?: string;
  readonly voxel?: string;
  readonly seed?: string;
  /** commander's `--no-refine`. */
  readonly refine: boolean;
  readonly init?: string;
  readonly start?: string;
  readonly filter?: string;
  readonly maps?: string;
  readonly out?: string;
  readonly truth?: string;
  readonly json?: boolean;
}

const length: Accepted = { accepts: { above: 0 } };

/** One of `known`. Throws Refusal, which offers the nearest. */
export function oneOf<T extends string>(what: string, text: string, known: readonly T[]): T {
  const found = known.find((id) => id === text);
  if (found === undefined) throw new Refusal(`there is no ${what} "${text}"; ${offer(text, known)}`);
  return found;
}

export const seedOf = (text: string): number => numberWithin('--seed', text, whole(0, Number.MAX_SAFE_INTEGER));

/** The registration that the flags ask for, the start not yet read. Throws Refusal. */
export function specOfFlags(flags: RegisterFlags): RegisterSpec {
  const method = flags.method === undefined ? defaultRegisterSpec.method : oneOf('method', flags.method, methodIds);
  const refuse = (given: boolean, flag: string, setting: Setting) => {
    if (given && !registrationMethods[method].takes.includes(setting))
      throw new Refusal(untaken(flag, setting, method));
  };
  refuse(flags.kernel !== undefined, '--kernel', 'kernel');
  refuse(flags.search !== undefined, '--search', 'search');
  refuse(flags.maxIterations !== undefined, '--max-iterations', 'maxIterations');
  refuse(!flags.refine, '--no-refine', 'refine');
  refuse(flags.start !== undefined, '--start', 'start');
  refuse(flags.filter !== undefined, '--filter', 'filter');
  refuse(flags.maps !== undefined, '--maps', 'maps');
  if (!flags.refine && (flags.search ?? flags.maxIterations) !== undefined) {
    throw new Refusal('--search and --max-iterations are for the refinement that --no-refine leaves out');
  }
  const number = (flag: string, text: string | undefined, spec: Accepted) =>
    text === undefined ? null : numberWithin(flag, text, spec);
  return {
    ...defaultRegisterSpec,
    method,
    kernel: flags.kernel === undefined ? null : oneOf('kernel', flags.kernel, kernelIds),
    search: flags.search === undefined ? null : oneOf('cloud to search from', flags.search, searches),
    maxDistance: number('--max-distance', flags.maxDistance, length),
    maxIterations: number('--max-iterations', flags.maxIterations, whole(1, 100_000)),
    voxel: number('--voxel', flags.voxel, length),
    refine: flags.refine,
    ...(flags.start !== undefined && { start: oneOf('way to take the start', flags.start, startPriors) }),
    given: flags.init !== undefined,
    ...(flags.filter !== undefined && { filter: oneOf('filter', flags.filter, filters) }),
    ...(flags.seed !== undefined && { seed: seedOf(flags.seed) }),
  };
}

function untaken(flag: string, setting: Setting, method: MethodId): string {
  const takers = methodIds.filter((id) => registrationMethods[id].takes.includes(setting));
  return `${method} takes no ${flag}; ${takers.join(', ')} ${takers.length === 1 ? 'does' : 'do'}`;
}
