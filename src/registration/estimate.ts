import { createGicpEstimator } from './estimateGicp.ts';
import { createPlaneEstimator } from './estimatePlane.ts';
import { createPointEstimator } from './estimatePoint.ts';
import type { CreateEstimator } from './estimator.ts';
import type { Estimation } from './types.ts';

/** How each kind of ICP estimates a motion from its matches. */
export const estimators: Readonly<Record<Estimation, CreateEstimator>> = {
  point: createPointEstimator,
  plane: createPlaneEstimator,
  gicp: createGicpEstimator,
};
