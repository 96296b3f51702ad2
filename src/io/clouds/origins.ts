import { multiply } from '../../math/matrix4.ts';
import type { Matrix4 } from '../../math/matrix4.ts';
import type { Origin } from './types.ts';

const translation = ([x, y, z]: Origin): Matrix4 => Float64Array.of(1, 0, 0, x, 0, 1, 0, y, 0, 0, 1, z, 0, 0, 0, 1);

const negated = ([x, y, z]: Origin): Origin => [-x, -y, -z];

/** Recentred target ← recentred source, taken to the files' own coordinates: T(target) · M · T(−source). */
export const composeOrigins = (matrix: Matrix4, sourceOrigin: Origin, targetOrigin: Origin): Matrix4 =>
  multiply(translation(targetOrigin), multiply(matrix, translation(negated(sourceOrigin))));

/** The reverse: a pose in the files' own coordinates (an initial one; the identity: as they are) for the recentred clouds. */
export const removeOrigins = (matrix: Matrix4, sourceOrigin: Origin, targetOrigin: Origin): Matrix4 =>
  composeOrigins(matrix, negated(sourceOrigin), negated(targetOrigin));
