import type { ParamSpec } from '../params/spec.ts';

/** The sliders of a perturbed scene. Lengths in the unit where the model's largest half extent is 1; ranges of Discriminative Optimization's training and somewhat beyond. */
export const perturbationParams = {
  points: { default: 400, min: 50, max: 5000, scale: 'log', integer: true, accepts: { min: 3, max: 1_000_000 } },
  /** Degrees, about a random axis. */
  rotation: { default: 40, min: 0, max: 180, scale: 'linear', accepts: { min: 0, max: 180 } },
  /** The largest |component|. */
  translation: { default: 0.2, min: 0, max: 1, scale: 'linear', accepts: { min: 0 } },
  /** Standard deviation. */
  noise: { default: 0, min: 0, max: 0.1, scale: 'linear', symbol: 'σ', accepts: { min: 0 } },
  outliers: { default: 300, min: 0, max: 1000, scale: 'linear', integer: true, accepts: { min: 0, max: 1_000_000 } },
  structured: { default: 0, min: 0, max: 400, scale: 'linear', integer: true, accepts: { min: 0, max: 1_000_000 } },
  /** Part of the points. */
  missing: { default: 0, min: 0, max: 0.9, scale: 'linear', accepts: { min: 0, below: 1 } },
} as const satisfies Readonly<Record<string, ParamSpec>>;

/** One value for each of `perturbationParams`. */
export type Perturbation = Readonly<Record<keyof typeof perturbationParams, number>>;
