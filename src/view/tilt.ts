import type { CameraState } from '../state/common.ts';
import { axesOf } from './framing.ts';

const RADIANS = Math.PI / 180;

/**
 * The camera that sees the same side of a thing that has been turned about the world's x axis by `tilt` degrees (top away from the eye),
 * so that its own up is up. How a link's camera, given in the frame that the thing was measured in, is meant in a picture that stands upright.
 */
export function tilted({ zoom, pan, ...direction }: CameraState, tilt: number): CameraState {
  const [c, s] = [Math.cos(tilt * RADIANS), Math.sin(tilt * RADIANS)];
  const turn = ([x, y, z]: readonly number[]) => [x!, c * y! + s * z!, c * z! - s * y!] as const;
  const [x, y, z] = turn(axesOf(direction).back);
  return {
    azimuth: Math.atan2(x, z) / RADIANS,
    elevation: Math.asin(Math.min(Math.max(y, -1), 1)) / RADIANS,
    zoom,
    pan: turn(pan),
  };
}
