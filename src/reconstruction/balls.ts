import { cos, sin } from '../math/portable.ts';
import type { Pictured } from './pictured.ts';
import type { Surfels } from './visible.ts';

/** Of a point that no picture shows: grey, and a smaller ball. */
export const GUESSED_RGB = [200, 195, 186] as const;
const GUESSED_SIZE = 0.7;
/** Radius of a ball in radii of the discs that close the surface. */
const BALL = 0.55;

const g = (1 + Math.sqrt(5)) / 2;
const norm = Math.sqrt(1 + g * g);
/** The twelve corners of an icosahedron on the unit ball. */
const corners = [
  ...[-1, g, 0, 1, g, 0, -1, -g, 0, 1, -g, 0],
  ...[0, -1, g, 0, 1, g, 0, -1, -g, 0, 1, -g],
  ...[g, 0, -1, g, 0, 1, -g, 0, -1, -g, 0, 1],
].map((value) => value / norm);
const faces = [
  ...[0, 11, 5, 0, 5, 1, 0, 1, 7, 0, 7, 10, 0, 10, 11],
  ...[1, 5, 9, 5, 11, 4, 11, 10, 2, 10, 7, 6, 7, 1, 8],
  ...[3, 9, 4, 3, 4, 2, 3, 2, 6, 3, 6, 8, 3, 8, 9],
  ...[4, 9, 5, 2, 4, 11, 6, 2, 10, 8, 6, 7, 9, 8, 1],
];

/** What is lit, from what is shown: sRGB's curve undone (IEC 61966-2-1), 0 … 255. */
function linear(shown: number): number {
  const u = shown / 255;
  return Math.round(255 * (u <= 0.04045 ? u / 12.92 : ((u + 0.055) / 1.055) ** 2.4));
}

/**
 * A cloud as little balls, for programs that know surfaces alone: 20 triangles a point, of the picture's colour where it shows the point. Upright: turned back by
 * the `elevationRad` that the camera stood above.
 */
export function ballsOf({ points, radius }: Surfels, { colours, seen }: Pictured, elevationRad: number) {
  const count = points.length / 3;
  const positions = new Float32Array(36 * count);
  const normals = new Float32Array(36 * count);
  const tones = new Uint8Array(48 * count);
  const indices = new Uint32Array(60 * count);
  const [c, s] = [cos(elevationRad), sin(elevationRad)];
  for (let i = 0; i < count; i++) {
    const [x, y, z] = [points[3 * i]!, points[3 * i + 1]!, points[3 * i + 2]!];
    const middle = [x, c * y + s * z, c * z - s * y];
    const size = radius * BALL * (seen[i] ? 1 : GUESSED_SIZE);
    const rgb = seen[i] ? colours.subarray(3 * i, 3 * i + 3) : GUESSED_RGB;
    for (let k = 0; k < 36; k++) {
      normals[36 * i + k] = corners[k]!;
      positions[36 * i + k] = middle[k % 3]! + size * corners[k]!;
    }
    for (let k = 0; k < 48; k++) tones[48 * i + k] = k % 4 === 3 ? 255 : linear(rgb[k % 4]!);
    for (let k = 0; k < 60; k++) indices[60 * i + k] = 12 * i + faces[k]!;
  }
  return { positions, normals, colours: tones, indices };
}
