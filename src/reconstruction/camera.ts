import { cos, sin } from '../math/portable.ts';

/** Nine numbers row by row: the viewer's right, up and backward (to the viewer) in the upright frame. */
export type ViewRotation = Float64Array;

/** Of a camera turned about the upright axis by `azimuthRad` from the front and raised by `elevationRad`. */
export function viewRotation(azimuthRad: number, elevationRad: number): ViewRotation {
  const [ca, sa, ce, se] = [cos(azimuthRad), sin(azimuthRad), cos(elevationRad), sin(elevationRad)];
  return new Float64Array([ca, 0, -sa, -se * sa, ce, -se * ca, ce * sa, se, ce * ca]);
}

/** Turns every point of `points` in place. */
export function rotatePoints(rotation: ViewRotation, points: Float64Array): Float64Array {
  const [a, b, c, d, e, f, g, h, i] = rotation as unknown as Nine;
  for (let o = 0; o < points.length; o += 3) {
    const x = points[o]!;
    const y = points[o + 1]!;
    const z = points[o + 2]!;
    points[o] = a * x + b * y + c * z;
    points[o + 1] = d * x + e * y + f * z;
    points[o + 2] = g * x + h * y + i * z;
  }
  return points;
}

type Nine = [number, number, number, number, number, number, number, number, number];
