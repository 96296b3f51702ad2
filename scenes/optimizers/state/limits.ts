import type { ParamSpec, ParamSpecs } from '../../../src/params/spec.ts';
import { commonParams } from '../../../src/state/common.ts';
import { MAX_STEPS } from './defaults.ts';

/** Ranges of the scene's own numbers: sliders, typed entry and links share them. `cut` and `start` take theirs from the surface. */
export const sceneParams = {
  steps: { default: 30, min: 1, max: MAX_STEPS, scale: 'log', integer: true, accepts: { min: 1, max: MAX_STEPS } },
  exaggeration: {
    default: 1,
    min: 0.1,
    max: 4,
    scale: 'log',
    accepts: { min: 0.05, max: 10 },
  },
  swarmCount: {
    default: 4096,
    min: 256,
    max: 65536,
    scale: 'log',
    integer: true,
    accepts: { min: 1, max: 65536 },
  },
  /** σ, in the gradient's unit. */
  noise: { default: 0, min: 0, max: 10, scale: 'linear', symbol: 'σ', accepts: { min: 0, max: 1e6 } },
  batch: { default: 1, min: 1, max: 1024, scale: 'log', integer: true, symbol: 'B', accepts: { min: 1, max: 1e6 } },
  noiseSeed: { default: 1, min: 1, max: 1000, scale: 'linear', integer: true, accepts: { min: 0, max: 2 ** 31 - 1 } },
  tuneBudget: { default: 60, min: 10, max: 400, scale: 'log', integer: true, accepts: { min: 2, max: 2000 } },
  tuneSeed: { default: 1, min: 1, max: 1000, scale: 'linear', integer: true, accepts: { min: 0, max: 2 ** 31 - 1 } },
  ...commonParams,
} as const satisfies Record<string, ParamSpec>;

const update = { min: 1, max: 60, scale: 'log', integer: true, accepts: { min: 1, max: MAX_STEPS } } as const;
const added = { min: -50, max: 50, scale: 'linear', accepts: { min: -1e6, max: 1e6 } } as const;

/**
 * What disturbs a run, each part by itself: panel and links share the ranges. The defaults are those of the question cards: one
 * gradient far too large along x, and η a tenth of what it was.
 */
export const disturbanceParams = {
  inject: {
    injectStep: { ...update, default: 8 },
    injectX: { ...added, default: 20 },
    injectY: { ...added, default: 0 },
  },
  lrChange: {
    lrChangeStep: { ...update, default: 10 },
    lrChangeFactor: { default: 0.1, min: 0.01, max: 10, scale: 'log', accepts: { min: 0, max: 1e6 } },
  },
  schedule: {
    scheduleOver: { ...update, default: 30 },
    scheduleFactor: { default: 0.1, min: 0, max: 1, scale: 'linear', accepts: { min: 0, max: 1e6 } },
  },
} as const satisfies Record<string, ParamSpecs>;
