import type { CloudSpace } from '../../../src/view/clouds/space.ts';

/** What the picture on its plane keeps of its ink once the points have left it, for who looks from where it was taken. */
const LEFT = 0.62;
/** Degrees from there within which it keeps that, and beyond which it is gone: it would be in the way. */
const FACING = [5, 13] as const;

/** The plane's opacity behind the finished answer, by where the camera looks (unit length, in the world). */
export function leftOfPlane(
  { worldFromTarget, scale }: Pick<CloudSpace, 'worldFromTarget' | 'scale'>,
  { x, y, z }: { readonly x: number; readonly y: number; readonly z: number },
): number {
  // The viewer looks along −z of the clouds' frame.
  const along = -(x * worldFromTarget[2]! + y * worldFromTarget[6]! + z * worldFromTarget[10]!) / scale;
  const degrees = (Math.acos(Math.min(Math.max(along, -1), 1)) * 180) / Math.PI;
  return LEFT * Math.min(Math.max((FACING[1] - degrees) / (FACING[1] - FACING[0]), 0), 1);
}
