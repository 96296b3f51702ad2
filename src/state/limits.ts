import type { ParamSpec } from '../params/spec.ts';
import { MAX_STEPS, sceneDefaults } from './defaults.ts';

/** Ranges of the scene's own numbers: sliders, typed entry and links share them. `cut` and `start` take theirs from the surface. */
export const sceneParams = {
  steps: { default: 30, min: 1, max: MAX_STEPS, scale: 'log', integer: true, accepts: { min: 1, max: MAX_STEPS } },
  exaggeration: {
    default: sceneDefaults.exaggeration,
    min: 0.1,
    max: 4,
    scale: 'log',
    accepts: { min: 0.05, max: 10 },
  },
  swarmCount: {
    default: sceneDefaults.swarmCount,
    min: 256,
    max: 65536,
    scale: 'log',
    integer: true,
    accepts: { min: 1, max: 65536 },
  },
  speed: { default: sceneDefaults.speed, min: 0.25, max: 4, scale: 'log', accepts: { min: 0.1, max: 16 } },
} as const satisfies Record<string, ParamSpec>;
