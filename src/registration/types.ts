import type { PointCloud } from '../clouds/types.ts';
import type { Matrix4 } from '../math/matrix4.ts';

/** How one iteration's pose is estimated from the matches (point-to-point by SVD; the others by a 6 × 6 solve). */
export type Estimation = 'point' | 'plane' | 'gicp';

/** Which cloud's points look for their nearest in the other. It alone changes results. */
export const searches = ['source', 'target'] as const;
export type Search = (typeof searches)[number];

export const kernelIds = ['none', 'trimmed', 'huber', 'tukey', 'welsch', 'truncated'] as const;
export type KernelId = (typeof kernelIds)[number];

/** A length that shrinks from `from` to `to` by `factor` an iteration; fixed where both are equal. In the clouds' unit. */
export interface Annealed {
  readonly from: number;
  readonly to: number;
  /** 0 < factor ≤ 1. */
  readonly factor: number;
}

/** One member of the ICP family, as data. */
export interface IcpSettings {
  readonly estimation: Estimation;
  readonly search: Search;
  readonly kernel: KernelId;
  /** The robust kernel's scale; null for `none` and `trimmed`. */
  readonly scale: Annealed | null;
  /** `trimmed`: the part of the matches that is kept, the nearest first; 0 < keep ≤ 1. */
  readonly keep: number;
  /** Matches farther than this are rejected; null: none is rejected by distance. */
  readonly maxDistance: Annealed | null;
  /** Matches whose normals differ by more are rejected; null: none. Radians. */
  readonly maxNormalAngle: number | null;
  readonly maxIterations: number;
  /** Stops when an update turns less than this, radians … */
  readonly rotationTolerance: number;
  /** … and moves less than this, in the clouds' unit (1e-5 of the target's diagonal by default). */
  readonly translationTolerance: number;
}

/** Everything a registration starts from. `source` is what moves. */
export interface Problem {
  readonly source: PointCloud;
  readonly target: PointCloud;
  /** Target ← source, where the method starts. */
  readonly init: Matrix4;
}

/**
 * What a view plays: column i is the state before iteration i, so there are `steps + 1` of them; the last one is the result. A method
 * of several parts (ransac then plane, do then icp) gives one record, its parts named in `phases`.
 */
export interface RegistrationRecord {
  /** Number of iterations recorded. */
  readonly steps: number;
  /** 16 (steps + 1): target ← source, row major. */
  readonly poses: Float64Array;
  /** steps + 1: share of the searching points that have a match within the limit (Open3D's fitness). */
  readonly fitness: Float64Array;
  /** steps + 1: root mean square distance of those matches (Open3D's inlier_rmse), in the clouds' unit. */
  readonly inlierRmse: Float64Array;
  /** steps + 1: number of matches used. */
  readonly inliers: Float64Array;
  /** steps + 1: the robust kernel's scale at that iteration; NaN where there is none. */
  readonly scale: Float64Array;
  /** steps + 1: the limit of distance; Infinity where there is none. */
  readonly limit: Float64Array;
  /** 6 (steps + 1), ascending: eigenvalues of the 6 × 6 system (normalised by the number of matches and the cloud's radius); NaN for methods without one. */
  readonly eigenvalues: Float64Array;
  /** In order; `from` is the first step of the phase. */
  readonly phases: readonly { readonly name: string; readonly from: number }[];
}

/** Hears every iteration; a null object where nobody records. */
export interface Recorder {
  phase(name: string): void;
  /** Called before each iteration and once at the end; arrays are scratch: copy. */
  step(
    pose: Matrix4,
    fitness: number,
    inlierRmse: number,
    inliers: number,
    scale: number,
    limit: number,
    eigenvalues: Float64Array | null,
  ): void;
}

export interface Outcome {
  readonly targetFromSource: Matrix4;
  readonly iterations: number;
  readonly converged: boolean;
}

/** `ambiguous`: the pose fits, and so do others that geometry cannot tell from it (`Judgement.alternatives`). */
export type Verdict = 'good' | 'ambiguous' | 'doubtful' | 'failed';

/**
 * What leads from a pose to an alternative: a move along one direction (a period of what repeats), a turn by an angle (half a turn of a box), any turn about an
 * axis or move along a direction (a cylinder, a corridor), a mirror image or another scale, or simply elsewhere.
 */
export type AlternativeKind = 'shift' | 'turn' | 'axis' | 'slide' | 'mirror' | 'scale' | 'elsewhere';

/** Another pose that fits nearly as well, as well or better. */
export interface Alternative {
  readonly kind: AlternativeKind;
  /** Target ← source; for `mirror` and `scale` not rigid. */
  readonly targetFromSource: Matrix4;
  /** Its score by the pose's own: 1 fits as well. */
  readonly share: number;
  /** Degrees between the two poses. */
  readonly degrees: number;
  /** In the clouds' unit, in the target's frame: where the source's centroid goes from where the pose puts it. */
  readonly shift: readonly [number, number, number];
  /** `scale`: the factor; else 1. */
  readonly factor: number;
}

/** Why, by name; the words stand in the dictionaries (`verdict.<reason>`) and, for the command line, in `reasonInWords`. */
export type ReasonId =
  | 'agrees'
  | 'few-inliers'
  | 'large-residuals'
  | 'unconstrained'
  | 'things-missing'
  | 'starts-disagree'
  | 'unfinished'
  | 'not-finite'
  | 'shifted'
  | 'turned'
  | 'turns-freely'
  | 'slides-freely'
  | 'fits-elsewhere'
  | 'mirrored'
  | 'scaled';

export interface Judgement {
  readonly verdict: Verdict;
  readonly reason: ReasonId;
  /** The numbers that the words of the reason mention. */
  readonly values: Readonly<Record<string, number>>;
  /** Best first; empty where nothing else fits nearly as well. */
  readonly alternatives: readonly Alternative[];
}

/** What makes work stop: an AbortSignal is one. */
export interface Stop {
  readonly aborted: boolean;
}
