import { MathUtils, Matrix4, Vector3, type PerspectiveCamera } from 'three';
import type { Box } from '../../../math/box.ts';
import type { Vector } from '../space.ts';

/**
 * An inset of every pane that magnifies one place of a surface and shows it in profile: the camera turned until it looks along the surface,
 * so that what lies a hair beside it does so in the picture.
 */
export interface Lens {
  /** Its middle, in the world. */
  readonly place: Vector;
  /** Of the surface there, in the world, towards the eye, unit length. */
  readonly normal: Vector;
  /** World units across. */
  readonly width: number;
  /** Where it stands in each pane, CSS pixels of the canvas; square. */
  readonly boxes: readonly Box[];
}

/** Narrow, so that what is near is hardly larger. */
const FIELD_OF_VIEW = 8;
/** What lies farther than so many widths before or behind the place is not drawn: it would hide it. */
const DEPTH = 0.3;
/** Ground, whose upper side is up; of a wall the nearer side is below, as on a plan. */
const GROUND = 0.6;

const back = new Vector3();
const up = new Vector3();
const right = new Vector3();
const axes = new Matrix4();

/** Turns `glass` into the lens's eye; returns the device pixels that a world unit takes at depth 1. Allocates nothing. */
export function aimLens(glass: PerspectiveCamera, eye: PerspectiveCamera, lens: Lens, height: number): number {
  const half = Math.tan(MathUtils.degToRad(FIELD_OF_VIEW / 2));
  const distance = lens.width / 2 / half;
  up.set(...lens.normal);
  back.set(0, 0, 1).applyQuaternion(eye.quaternion).addScaledVector(up, -up.dot(back));
  // Seen from straight before the surface, any direction along it is as good.
  if (back.lengthSq() < 1e-4) back.set(0, 1, 0).applyQuaternion(eye.quaternion);
  back.normalize();
  up.multiplyScalar(Math.abs(up.y) > GROUND ? Math.sign(up.y) : -1);
  right.crossVectors(up, back);
  glass.quaternion.setFromRotationMatrix(axes.makeBasis(right, up, back));
  back.multiplyScalar(distance);
  glass.position.set(...lens.place).add(back);
  glass.fov = FIELD_OF_VIEW;
  glass.aspect = 1;
  glass.near = distance - DEPTH * lens.width;
  glass.far = distance + DEPTH * lens.width;
  glass.updateProjectionMatrix();
  return height / 2 / half;
}
