import type { Box, Viewport } from '../math/box.ts';
import { axesOf, FIELD_OF_VIEW, type Direction, type Framing } from './framing.ts';

/** Degrees between two looks at the subject. */
const EVERY = 10;

/**
 * How many times as far away as framed the eye must be for `outline` (flat world x, y, z) to stay inside `room` while it goes all around:
 * what stands beside the axis swings out. `room`: CSS pixels from where the canvas draws its middle.
 */
export function turnRoom(
  outline: readonly number[],
  { azimuth, elevation }: Direction,
  { target, distance, offsetX, offsetY }: Framing,
  canvas: Viewport,
  room: Box,
): number {
  const focal = canvas.height / 2 / Math.tan((FIELD_OF_VIEW * Math.PI) / 360);
  const [right, below] = [room.right - offsetX, room.bottom - offsetY];
  const [left, above] = [offsetX - room.left, offsetY - room.top];
  if (Math.min(right, below, left, above) <= 0) return 1;
  let needed = distance;
  for (let turned = 0; turned < 360; turned += EVERY) {
    const axes = axesOf({ azimuth: azimuth + turned, elevation });
    for (let i = 0; i < outline.length; i += 3) {
      const along = (axis: readonly [number, number, number]) =>
        axis.reduce((sum, part, k) => sum + part * ((outline[i + k] as number) - (target[k] as number)), 0);
      const [x, y] = [along(axes.right), along(axes.up)];
      const part = Math.max(x / right, -x / left, y / above, -y / below);
      needed = Math.max(needed, along(axes.back) + focal * part);
    }
  }
  return needed / distance;
}
