import { lazy } from 'react';

/** The optimizer scene: paths and swarms on loss surfaces. */
export const optimizerScene = {
  id: 'optimizers',
  Scene: lazy(async () => ({ default: (await import('./OptimizerScene.tsx')).OptimizerScene })),
} as const;
