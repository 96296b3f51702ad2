import type { ParamSpec } from '../../../src/params/spec.ts';
import type { PaneId, ThreadId, ViewId } from './types.ts';

/** Everybody's seeds: those from 2^30 on are the training's (`src/reconstruction/seeds.ts`). */
const SEEDS = 2 ** 30;

export const reconstructionParams = {
  seed: { default: 29, min: 0, max: 99, scale: 'linear', integer: true, accepts: { min: 0, max: SEEDS - 1 } },
  size: { default: 1, min: 0.5, max: 2.5, scale: 'log', accepts: { min: 0.2, max: 6 } },
} as const satisfies Record<string, ParamSpec>;

/** The opening scene. */
export const reconstructionDefaults = {
  picture: 'shape',
  category: 'chair',
  view: 'answer' as ViewId,
  panes: ['network', 'truth', 'lookup'] as readonly PaneId[],
  errors: false,
  threads: 'none' as ThreadId,
};
