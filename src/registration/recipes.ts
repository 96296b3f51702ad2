import { fixed } from './anneal.ts';
import type { PreparedCloud } from './prepare.ts';
import type { Annealed, IcpSettings, KernelId, Search } from './types.ts';

/** A named member of the ICP family; its lengths in half extents of the target (half the longest side of its box), so that it serves any unit. */
export type Recipe = Pick<IcpSettings, 'estimation' | 'search' | 'kernel' | 'scale' | 'keep' | 'maxDistance'>;

/** What a recipe does not say. */
export const plain = { search: 'source', kernel: 'none', scale: null, keep: 1, maxDistance: null } as const;

/** The named members. `icp-robust` is what tools/registration/tune-robust.mjs chose of 126 settings (log: test/fixtures/registration/robust-tuning.json); its kernel is narrower where the start is near (`firstKernel`). `icp-finish` refines what DO found. */
export const icpMethods = {
  'icp-point': { estimation: 'point', ...plain },
  'icp-plane': { estimation: 'plane', ...plain },
  gicp: { estimation: 'gicp', ...plain },
  'icp-robust': { estimation: 'point', ...plain, kernel: 'welsch', scale: { from: 0.3, to: 0.2, factor: 0.96 } },
  'icp-finish': { estimation: 'point', ...plain, kernel: 'welsch', scale: { from: 0.25, to: 0.05, factor: 0.9 } },
} as const satisfies Readonly<Record<string, Recipe>>;

export type IcpMethodId = keyof typeof icpMethods;

/** What a user may set otherwise; undefined or null: the method's own. Lengths in the clouds' unit. */
export interface IcpChoices {
  readonly kernel?: KernelId | null | undefined;
  readonly search?: Search | null | undefined;
  /** A fixed limit; it also replaces an annealed one. */
  readonly maxDistance?: number | null | undefined;
  /** Radians. */
  readonly maxNormalAngle?: number | null | undefined;
  /** `trimmed`: the part of the matches that is kept. */
  readonly keep?: number | undefined;
  readonly scale?: Annealed | null | undefined;
  readonly maxIterations?: number | null | undefined;
}

/** Part of the matches that `trimmed` keeps where nothing is said. */
const KEEP = 0.7;
/** A kernel without a given scale starts at this part of the target's diagonal … */
const KERNEL_FROM = 0.1;
/** … shrinks by this an iteration … */
const KERNEL_FACTOR = 0.9;
/** … to this many of the target's spacings, where neighbours on one surface still count and little else does. */
const KERNEL_TO = 3;

const ITERATIONS = 200;
const ROTATION_TOLERANCE = 1e-4;
/** In the target's diagonals. */
const TRANSLATION_TOLERANCE = 1e-5;

/** The method as data for this target. */
export function settingsOf(method: IcpMethodId, choices: IcpChoices, target: PreparedCloud): IcpSettings {
  return settingsFrom(icpMethods[method], choices, target);
}

export function settingsFrom(recipe: Recipe, choices: IcpChoices, target: PreparedCloud): IcpSettings {
  const { diagonal, halfExtent } = target.size();
  const kernel = choices.kernel ?? recipe.kernel;
  const ownScale = recipe.scale && kernel === recipe.kernel ? times(recipe.scale, halfExtent) : null;
  const ownLimit = recipe.maxDistance && times(recipe.maxDistance, halfExtent);
  return {
    estimation: recipe.estimation,
    search: choices.search ?? recipe.search,
    kernel,
    scale: hasScale(kernel) ? (choices.scale ?? ownScale ?? defaultScale(target)) : null,
    keep: choices.keep ?? (recipe.kernel === 'trimmed' ? recipe.keep : KEEP),
    maxDistance: choices.maxDistance == null ? ownLimit : fixed(choices.maxDistance),
    maxNormalAngle: choices.maxNormalAngle ?? null,
    maxIterations: choices.maxIterations ?? ITERATIONS,
    rotationTolerance: ROTATION_TOLERANCE,
    translationTolerance: TRANSLATION_TOLERANCE * diagonal,
  };
}

function hasScale(kernel: KernelId): boolean {
  return kernel !== 'none' && kernel !== 'trimmed';
}

function defaultScale(target: PreparedCloud): Annealed {
  const to = KERNEL_TO * target.spacing();
  return { from: Math.max(to, KERNEL_FROM * target.size().diagonal), to, factor: KERNEL_FACTOR };
}

function times({ from, to, factor }: Annealed, length: number): Annealed {
  return { from: from * length, to: to * length, factor };
}
