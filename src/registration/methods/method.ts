import type { PreparedDo } from '../do/infer.ts';
import type { Filter, Filtered } from '../noise.ts';
import type { Prepared } from '../prepare.ts';
import type { StartPrior, Weighed } from '../prior.ts';
import type { Recipe } from '../recipes.ts';
import type { Judgement, KernelId, Outcome, Problem, Recorder, Search, Stop } from '../types.ts';

/** How a method is to run. Lengths in the clouds' unit. */
export interface MethodSpec {
  /** null: the method's own (`none` for plain members; the tuned kernel for `icp-robust`). */
  readonly kernel: KernelId | null;
  /** null: the method's own. */
  readonly search: Search | null;
  /** null: no limit (for `auto`: chosen from the clouds). */
  readonly maxDistance: number | null;
  /** null: the method's own (200 for an ICP; the rule of Discriminative Optimization). */
  readonly maxIterations: number | null;
  /** null: the clouds as they are (for `auto`: chosen from the clouds). */
  readonly voxel: number | null;
  /** Plane ICP after RANSAC. */
  readonly refine: boolean;
  readonly seed: number;
  /** Target ← source, 16 numbers row major; null: identity. */
  readonly init: readonly number[] | null;
  /** Of `auto`: what it makes of the start. */
  readonly start: StartPrior;
  /** Somebody chose `init`; else it is how the clouds lie, and a weaker prior. */
  readonly given: boolean;
  /** Of `auto`: whether outliers are left out before. */
  readonly filter: Filter;
}

/** What a method is given. */
export interface MethodAsk {
  /** Its own, as the registry has it. */
  readonly id: string;
  readonly spec: MethodSpec;
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
  readonly weighed?: Weighed | null;
  readonly leftOut?: Filtered['leftOut'];
}

/** Settings that not every method has; voxel, maximal distance (of the evaluation at least), start and seed go with all. `maps`: it needs some. */
export type Setting = 'kernel' | 'search' | 'maxIterations' | 'refine' | 'maps' | 'start' | 'filter';

/** All that is said of a method: command line, links, panel, colours and tests have it from here. */
export interface RegistrationMethod {
  /** What it is called where a language has no name of its own for it (`reg.short.<id>`). */
  readonly name: string;
  /** Its place among the hues of sources, 0 … 3: kept, whatever stands beside it. */
  readonly hue: number;
  readonly takes: readonly Setting[];
  /** It thins the clouds out itself. */
  readonly choosesVoxel?: true;
  /** Of a member of the ICP family. */
  readonly recipe?: Recipe;
  readonly run: (ask: MethodAsk) => Found;
}
