import { lazy } from 'react';
import { cards } from './cards/index.ts';

/** The optimizer scene: paths and swarms on loss surfaces. */
export const optimizerScene = {
  id: 'optimizers',
  cards,
  Scene: lazy(async () => ({ default: (await import('./OptimizerScene.tsx')).OptimizerScene })),
} as const;
