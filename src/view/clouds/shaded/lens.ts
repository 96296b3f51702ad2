import { MathUtils, Vector3, type PerspectiveCamera } from 'three';
import type { Box } from '../../../math/box.ts';
import type { Vector } from '../space.ts';

/** An inset of every pane that magnifies one place, from where the pane's own camera looks. */
export interface Lens {
  /** Its middle, in the world. */
  readonly place: Vector;
  /** World units across. */
  readonly width: number;
  /** Where it stands in each pane, CSS pixels of the canvas; square. */
  readonly boxes: readonly Box[];
}

/** Narrow, so that what is near is hardly larger. */
const FIELD_OF_VIEW = 8;
/** What lies farther than so many widths before or behind the place is not drawn: it would hide it. */
const DEPTH = 0.75;

const back = new Vector3();

/** Turns `glass` into the lens's eye; returns the device pixels that a world unit takes at depth 1. Allocates nothing. */
export function aimLens(glass: PerspectiveCamera, eye: PerspectiveCamera, lens: Lens, height: number): number {
  const half = Math.tan(MathUtils.degToRad(FIELD_OF_VIEW / 2));
  const distance = lens.width / 2 / half;
  glass.quaternion.copy(eye.quaternion);
  back.set(0, 0, distance).applyQuaternion(eye.quaternion);
  glass.position.set(...lens.place).add(back);
  glass.fov = FIELD_OF_VIEW;
  glass.aspect = 1;
  glass.near = distance - DEPTH * lens.width;
  glass.far = distance + DEPTH * lens.width;
  glass.updateProjectionMatrix();
  return height / 2 / half;
}
