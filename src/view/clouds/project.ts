import { Matrix4 as ThreeMatrix, type PerspectiveCamera } from 'three';
import type { Viewport } from '../../math/box.ts';
import { multiply, type Matrix4 } from '../../math/matrix4.ts';

const three = new ThreeMatrix();

/** Clip ← world of the shared camera, row major; its w is the depth in world units. */
export function clipFromWorld(camera: PerspectiveCamera, out: Matrix4 = new Float64Array(16)): Matrix4 {
  camera.updateMatrixWorld();
  three.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse).transpose();
  out.set(three.elements);
  return out;
}

/** Clip ← a cloud's own frame. `pose`: target ← cloud; null: the target itself. */
export function clipFromCloud(camera: PerspectiveCamera, worldFromTarget: Matrix4, pose: Matrix4 | null): Matrix4 {
  const clip = multiply(clipFromWorld(camera), worldFromTarget);
  return pose ? multiply(clip, pose) : clip;
}

/** Where a point is drawn in the camera's picture, CSS pixels from its top left; `depth` ≤ 0: behind the eye. */
export interface Projected {
  x: number;
  y: number;
  depth: number;
}

export function projectTo(
  clip: Matrix4,
  { width, height }: Viewport,
  x: number,
  y: number,
  z: number,
  out: Projected,
): Projected {
  const w = clip[12]! * x + clip[13]! * y + clip[14]! * z + clip[15]!;
  out.x = (((clip[0]! * x + clip[1]! * y + clip[2]! * z + clip[3]!) / w) * 0.5 + 0.5) * width;
  out.y = (0.5 - ((clip[4]! * x + clip[5]! * y + clip[6]! * z + clip[7]!) / w) * 0.5) * height;
  out.depth = w;
  return out;
}
