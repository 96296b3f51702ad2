import type { Matrix4 as ThreeMatrix, Object3D } from 'three';
import { multiply, type Matrix4 } from '../../math/matrix4.ts';
import type { CloudSpace, Vector } from './space.ts';

const world = new Float64Array(16);

/**
 * World ← a cloud's buffer, whose numbers count from `middle`: in float64 up to here, so that large coordinates cancel before the GPU
 * rounds them. `pose`: target ← cloud; null: the cloud is in the target's frame. Allocates nothing.
 */
export function worldFromBuffer(
  space: CloudSpace,
  pose: Matrix4 | null,
  [x, y, z]: Vector,
  out: ThreeMatrix,
): ThreeMatrix {
  if (pose) multiply(space.worldFromTarget, pose, world);
  else world.set(space.worldFromTarget);
  for (let r = 0; r < 12; r += 4) world[r + 3]! += world[r]! * x + world[r + 1]! * y + world[r + 2]! * z;
  return out.fromArray(world).transpose();
}

/** Puts an object there; it keeps no position, turn or scale of its own. */
export function placeObject(object: Object3D, space: CloudSpace, pose: Matrix4 | null, middle: Vector): void {
  object.matrixAutoUpdate = false;
  worldFromBuffer(space, pose, middle, object.matrix);
  object.matrixWorldNeedsUpdate = true;
}
