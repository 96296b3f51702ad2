import type { CSSProperties } from 'react';
import type { Rect } from './plane.ts';

/** The figure's place on its stage; text that is no drawing grows with it. */
export function placeOf({ x, y, width, height }: Rect, scale: number): CSSProperties {
  return {
    left: x * scale,
    top: y * scale,
    width: width * scale,
    height: height * scale,
    fontSize: `${13 * scale}px`,
  };
}
